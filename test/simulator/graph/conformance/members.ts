/** What the metadata of Graph v1.0 names in each type that the product asks for; a conformance test compares. */
const NAMES: Readonly<Record<string, string>> = {
  event:
    'id categories changeKey createdDateTime lastModifiedDateTime allowNewTimeProposals attendees body bodyPreview cancelledOccurrences end hasAttachments hideAttendees iCalUId importance isAllDay isCancelled isDraft isOnlineMeeting isOrganizer isReminderOn location locations onlineMeeting onlineMeetingProvider onlineMeetingUrl organizer originalEndTimeZone originalStart originalStartTimeZone recurrence reminderMinutesBeforeStart responseRequested responseStatus sensitivity seriesMasterId showAs start subject transactionId type webLink calendar exceptionOccurrences extensions instances multiValueExtendedProperties singleValueExtendedProperties',
  message:
    'id categories changeKey createdDateTime lastModifiedDateTime bccRecipients body bodyPreview ccRecipients conversationId conversationIndex flag from hasAttachments importance inferenceClassification internetMessageHeaders internetMessageId isDeliveryReceiptRequested isDraft isRead isReadReceiptRequested parentFolderId receivedDateTime replyTo sender sentDateTime subject toRecipients uniqueBody webLink extensions multiValueExtendedProperties singleValueExtendedProperties',
  eventMessage:
    'endDateTime isAllDay isDelegated isOutOfDate location meetingMessageType recurrence startDateTime type event',
  eventMessageRequest:
    'allowNewTimeProposals meetingRequestType previousEndDateTime previousLocation previousStartDateTime responseRequested',
  eventMessageResponse: 'proposedNewTime responseType',
  user: 'id deletedDateTime aboutMe accountEnabled ageGroup assignedLicenses assignedPlans authorizationInfo birthday businessPhones city companyName consentProvidedForMinor country createdDateTime creationType customSecurityAttributes department deviceEnrollmentLimit displayName employeeHireDate employeeId employeeLeaveDateTime employeeOrgData employeeType externalUserState externalUserStateChangeDateTime faxNumber givenName hireDate identities identityParentId imAddresses interests isManagementRestricted isResourceAccount jobTitle lastPasswordChangeDateTime legalAgeGroupClassification licenseAssignmentStates mail mailboxSettings mailNickname mobilePhone mySite officeLocation onPremisesDistinguishedName onPremisesDomainName onPremisesExtensionAttributes onPremisesImmutableId onPremisesLastSyncDateTime onPremisesProvisioningErrors onPremisesSamAccountName onPremisesSecurityIdentifier onPremisesSyncEnabled onPremisesUserPrincipalName otherMails passwordPolicies passwordProfile pastProjects postalCode preferredDataLocation preferredLanguage preferredName print provisionedPlans proxyAddresses responsibilities schools securityIdentifier serviceProvisioningErrors showInAddressList signInActivity signInSessionsValidFromDateTime skills state streetAddress surname usageLocation userPrincipalName userType calendar calendarGroups calendars calendarView createdObjects directReports drive drives events extensions followedSites mailFolders manager memberOf messages onlineMeetings ownedDevices ownedObjects registeredDevices sponsorOf sponsors transitiveMemberOf',
  mailboxSettings:
    'archiveFolder automaticRepliesSetting dateFormat delegateMeetingMessageDeliveryOptions language timeFormat timeZone userPurpose workingHours',
  mailFolder:
    'id childFolderCount displayName isHidden parentFolderId totalItemCount unreadItemCount childFolders messages multiValueExtendedProperties singleValueExtendedProperties',
  onlineMeeting:
    'id allowAttendeeToEnableCamera allowAttendeeToEnableMic allowBreakoutRooms allowCopyingAndSharingMeetingContent allowedLobbyAdmitters allowedPresenters allowLiveShare allowMeetingChat allowParticipantsToChangeName allowPowerPointSharing allowRecording allowTeamworkReactions allowTranscription allowWhiteboard audioConferencing chatInfo chatRestrictions cloudVideoInteropInfo expiryDateTime isEndToEndEncryptionEnabled isEntryExitAnnounced joinInformation joinMeetingIdSettings joinWebUrl lobbyBypassSettings meetingOptionsWebUrl meetingSpokenLanguageTag meetingType recordAutomatically sensitivityLabelAssignment shareMeetingChatHistoryDefault subject videoTeleconferenceId watermarkProtection attendanceReports attendeeReport broadcastSettings creationDateTime endDateTime externalId isBroadcast meetingTemplateId participants startDateTime transcripts',
  meetingAttendanceReport:
    'id externalEventInformation meetingEndDateTime meetingStartDateTime totalParticipantCount attendanceRecords',
  attendanceRecord:
    'id attendanceIntervals emailAddress externalRegistrationInformation identity registrationId role totalAttendanceInSeconds',
  driveItem:
    'id createdBy createdDateTime description eTag lastModifiedBy lastModifiedDateTime name parentReference webUrl createdByUser lastModifiedByUser audio bundle content cTag deleted file fileSystemInfo folder image location malware package pendingOperations photo publication remoteItem root searchResult shared sharepointIds size specialFolder video webDavUrl children listItem',
};

/** What derived types add. */
const BASE: Readonly<Record<string, string>> = {
  eventMessage: 'message',
  eventMessageRequest: 'eventMessage',
  eventMessageResponse: 'eventMessage',
};

/** Every member of a type, inherited ones included; null for a type that is not in the table. */
export function membersOf(type: string): readonly string[] | null {
  const names = NAMES[type];
  if (names === undefined) return null;
  const base = BASE[type];
  return [...names.split(' '), ...(base === undefined ? [] : (membersOf(base) ?? []))];
}

export const NAMED_TYPES: readonly string[] = Object.keys(NAMES);
