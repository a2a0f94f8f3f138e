import type { InputRequest, MailReply } from '../facts/decided/consulting';
import type { Instant } from '../time/time';
import type { DecisionCourse } from './decision-course';

/** Courses in which something may wait for the owner, now or once a time is over. */
export const waitingAmong = (courses: readonly DecisionCourse[]): readonly DecisionCourse[] =>
  courses.filter(
    ({ standing, replies }) => replies.length > 0 || standing === 'asked' || standing === 'no-reply',
  );

/** A question whose time went by with no reply recorded. */
export interface Overdue {
  readonly course: DecisionCourse;
  readonly request: InputRequest;
}

/** Of each decision that is still open the latest asking, where its time is over. */
export const overdueAmong = (courses: readonly DecisionCourse[], now: Instant): readonly Overdue[] =>
  courses
    .filter(({ standing }) => standing === 'asked' || standing === 'no-reply')
    .flatMap((course) => {
      const last = course.asked.at(-1);
      if (last === undefined || last.answer !== null || last.standing === 'replied') return [];
      return last.request.deadline <= now ? [{ course, request: last.request }] : [];
    });

/** What was written back and not noted yet, each mail once, oldest first. */
export const repliesAmong = (courses: readonly DecisionCourse[]): readonly MailReply[] =>
  [...new Map(courses.flatMap(({ replies }) => replies).map((reply) => [reply.mail, reply])).values()].sort(
    (a, b) => a.at - b.at,
  );
