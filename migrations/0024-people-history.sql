-- Who came to the staff, the devices and the programs, changed there and went, without reading the whole log.
CREATE INDEX event_people ON event (seq) WHERE kind IN (
  'addStaff', 'changeStaff', 'removeStaff', 'undoStaff', 'setPin', 'lockStaff', 'unlockStaff', 'enrolCard', 'removeCard',
  'pairDevice', 'revokeDevice', 'addApiKey', 'revokeApiKey', 'addWebhook', 'removeWebhook', 'restartWebhook'
);
