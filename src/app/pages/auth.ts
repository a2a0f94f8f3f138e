/** The page Microsoft's sign-in returns to: passes the answer to the pane that asked. */
import { answerSignIn } from '../../office/answer-sign-in';

void answerSignIn();
