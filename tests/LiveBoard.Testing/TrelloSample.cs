namespace LiveBoard.Testing;

/// <summary>A hand-made export as Trello writes them today, with something of everything.</summary>
public static class TrelloSample
{
    /// <summary>The file's text.</summary>
    public const string PresentDay = """
        {
          "id": "65a000000000000000000001",
          "name": "Harbour office",
          "desc": "What the **harbour office** does",
          "closed": false,
          "url": "https://trello.com/b/abcd/harbour-office",
          "prefs": { "permissionLevel": "private" },
          "labelNames": { "green": "Piers", "red": "Urgent" },
          "pluginData": [{ "id": "pd1", "value": "{}" }],
          "lists": [
            { "id": "l-done", "name": "Done", "closed": false, "pos": 49152, "softLimit": null },
            { "id": "l-todo", "name": "To do", "closed": false, "pos": 16384.5, "softLimit": 3 },
            { "id": "l-old", "name": "Old", "closed": true, "pos": 140737488355328 }
          ],
          "labels": [
            { "id": "lab-1", "name": "Piers", "color": "green_dark" },
            { "id": "lab-2", "name": "", "color": null },
            { "id": "lab-3", "name": "Urgent", "color": "red" }
          ],
          "members": [
            { "id": "m-1", "fullName": "Mara Okafor", "username": "mara", "email": "mara@example.org" },
            { "id": "m-2", "fullName": "", "username": "samir" }
          ],
          "customFields": [
            { "id": "f-1", "name": "Effort", "type": "number", "pos": 2 },
            { "id": "f-2", "name": "Vessel", "type": "list", "pos": 1,
              "options": [{ "id": "o-1", "value": { "text": "Brise" } }] },
            { "id": "f-3", "name": "Seen", "type": "checkbox", "pos": 3 },
            { "id": "f-4", "name": "Sailing", "type": "date", "pos": 4 },
            { "id": "f-5", "name": "Note", "type": "text", "pos": 5 },
            { "id": "f-6", "name": "Mood", "type": "emoji", "pos": 6 }
          ],
          "cards": [
            {
              "id": "c-1", "idShort": 7, "name": "Ramp at Pier 4", "desc": "# Steep\r\nAt **low** tide",
              "closed": false, "idList": "l-todo", "pos": 65535, "idMembers": ["m-1", "m-2"],
              "idLabels": ["lab-1", "lab-2"], "labels": [{ "id": "lab-1", "name": "Piers", "color": "green_dark" }],
              "start": "2024-02-01T08:00:00.000Z", "due": "2024-02-03T17:00:00.000+02:00", "dueComplete": true,
              "dueReminder": 1440, "cover": { "color": "pink", "idAttachment": "a-1" },
              "idMembersVoted": ["m-1"], "stickers": [{ "id": "s-1" }], "address": "Pier 4",
              "attachments": [
                { "id": "a-1", "name": "ramp.png", "url": "https://trello.com/1/cards/c-1/ramp.png",
                  "bytes": 1234, "isUpload": true, "date": "2024-02-01T09:00:00.000Z", "idMember": "m-1" },
                { "id": "a-2", "name": "", "url": "https://example.org/tides", "isUpload": false },
                { "id": "a-3", "name": "Bad", "url": "javascript:alert(1)", "isUpload": false },
                { "id": "a-4", "name": "Inside", "url": "http://169.254.169.254/latest", "isUpload": false }
              ],
              "customFieldItems": [
                { "idCustomField": "f-1", "value": { "number": "0.50" } },
                { "idCustomField": "f-2", "idValue": "o-1", "value": null },
                { "idCustomField": "f-3", "value": { "checked": "true" } },
                { "idCustomField": "f-4", "value": { "date": "2024-03-01T12:00:00.000Z" } },
                { "idCustomField": "f-5", "value": { "text": "see map" } },
                { "idCustomField": "f-6", "value": { "text": "ok" } }
              ]
            },
            { "id": "c-2", "idShort": 7, "name": "Fog rules", "desc": "", "closed": true, "idList": "l-done",
              "pos": 1, "idMembers": [], "idLabels": ["lab-3"], "due": null, "attachments": [] },
            { "id": "c-3", "idShort": 9, "name": "Pier template", "desc": "", "closed": false, "idList": "l-done",
              "pos": 2, "isTemplate": true, "idMembers": ["m-9"], "idLabels": [] },
            { "id": "c-4", "idShort": 10, "name": "First in to do", "desc": "", "closed": false, "idList": "l-todo",
              "pos": 0.0001, "idMembers": [], "idLabels": [] },
            { "id": "c-5", "idShort": 11, "name": "Last year", "desc": "", "closed": false, "idList": "l-old",
              "pos": 5, "idMembers": [], "idLabels": [], "role": "admin" }
          ],
          "checklists": [
            { "id": "k-2", "idCard": "c-1", "name": "Second", "pos": 2, "checkItems": [] },
            { "id": "k-1", "idCard": "c-1", "name": "First", "pos": 1, "checkItems": [
              { "id": "i-2", "name": "Close", "state": "incomplete", "pos": 20, "due": "2024-02-02T10:00:00.000Z",
                "idMember": "m-2" },
              { "id": "i-1", "name": "Measure", "state": "complete", "pos": 10, "due": null, "idMember": null }
            ] }
          ],
          "actions": [
            { "id": "x-9", "type": "voteOnCard", "date": "2024-02-03T09:00:00.000Z", "idMemberCreator": "m-1",
              "data": { "card": { "id": "c-1" } } },
            { "id": "x-8", "type": "deleteCard", "date": "2024-02-03T08:00:00.000Z", "idMemberCreator": "m-1",
              "data": { "card": { "id": "c-gone", "name": "Gone" }, "list": { "id": "l-todo", "name": "To do" } } },
            { "id": "x-7", "type": "updateCard", "date": "2024-02-02T12:00:00.000Z", "idMemberCreator": "m-1",
              "data": { "old": { "closed": false }, "card": { "id": "c-2", "name": "Fog rules", "closed": true },
                "list": { "id": "l-done", "name": "Done" } } },
            { "id": "x-6", "type": "updateCard", "date": "2024-02-02T11:00:00.000Z", "idMemberCreator": "m-1",
              "data": { "old": { "idList": "l-todo" }, "card": { "id": "c-2", "name": "Fog rules", "idList": "l-done" },
                "listBefore": { "id": "l-todo", "name": "To do" }, "listAfter": { "id": "l-done", "name": "Done" } } },
            { "id": "x-5", "type": "commentCard", "date": "2024-02-01T11:00:00.000Z", "idMemberCreator": "m-8",
              "memberCreator": { "id": "m-8", "fullName": "Former Colleague", "username": "former" },
              "data": { "text": "Second *remark*", "card": { "id": "c-1" },
                "dateLastEdited": "2024-02-01T12:00:00.000Z" } },
            { "id": "x-4", "type": "commentCard", "date": "2024-02-01T10:00:00.000Z", "idMemberCreator": "m-1",
              "data": { "text": "First remark", "card": { "id": "c-1" } } },
            { "id": "x-3", "type": "updateCard", "date": "2024-01-31T10:00:00.000Z", "idMemberCreator": "m-1",
              "data": { "old": { "pos": 3, "name": "Ramp" }, "card": { "id": "c-1", "name": "Ramp at Pier 4" } } },
            { "id": "x-2", "type": "createCard", "date": "2024-01-30T10:00:00.000Z", "idMemberCreator": "m-1",
              "data": { "card": { "id": "c-2", "name": "Fog rules" }, "list": { "id": "l-todo", "name": "To do" } } },
            { "id": "x-1", "type": "createCard", "date": "2024-01-29T10:00:00.000Z", "idMemberCreator": "m-1",
              "data": { "card": { "id": "c-1", "name": "Ramp" }, "list": { "id": "l-todo", "name": "To do" } } }
          ]
        }
        """;
}
