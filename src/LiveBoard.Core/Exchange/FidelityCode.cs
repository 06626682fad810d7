namespace LiveBoard.Core.Exchange;

/// <summary>Reasons why something is not carried over, or not as it was.</summary>
public enum FidelityCode
{
    /// <summary>The source gives at most 1,000 actions and gave that many: older history and comments are missing. Count: actions.</summary>
    HistoryIsCapped,

    /// <summary>Cards some of whose moves are missing from the source: their history is partial.</summary>
    HistoryIsPartial,

    /// <summary>Cards whose making is missing from the source; it is entered from the card's id and first known column.</summary>
    CreationInferred,

    /// <summary>Moves that must have happened, but are missing from the source; entered at the card's last activity.</summary>
    MoveInferred,

    /// <summary>Entries about cards that the source no longer has (deleted, moved away); kept as history of the board, without a card.</summary>
    HistoryOfGoneCards,

    /// <summary>Moves of lists and cards within a column: order alone is no history here.</summary>
    OrderChanges,

    /// <summary>Actions of a type that has no meaning here. Subject: the type.</summary>
    ActionNotCarried,

    /// <summary>Cards whose list is not in the file; they go to a column of their own.</summary>
    CardWithoutList,

    /// <summary>Checklists whose card is not in the file; left out.</summary>
    ChecklistWithoutCard,

    /// <summary>Comments on cards that are not in the file; left out.</summary>
    CommentWithoutCard,

    /// <summary>Labels on cards that the board does not have; left off.</summary>
    UnknownLabel,

    /// <summary>People of whom the file has no name; they get one from their id.</summary>
    UnknownPerson,

    /// <summary>Values of custom fields or choices that the board does not have; left out.</summary>
    UnknownFieldValue,

    /// <summary>Custom fields of a type that does not exist here; left out with their values. Subject: the type.</summary>
    UnknownFieldType,

    /// <summary>Ids used twice with nothing referring to them; both things are kept.</summary>
    DuplicateId,

    /// <summary>Cards that get a new number because theirs was taken, missing or out of range.</summary>
    Renumbered,

    /// <summary>Label or cover colours without a counterpart; they become stone.</summary>
    UnknownColor,

    /// <summary>Template cards; they come as archived cards.</summary>
    TemplateArchived,

    /// <summary>The board was closed in the source; it comes as an open one.</summary>
    BoardWasClosed,

    /// <summary>Uploaded files stay where they are; the attachment is a link to them.</summary>
    UploadStaysLink,

    /// <summary>Attachments whose address is not http or https; kept as text.</summary>
    LinkKeptAsText,

    /// <summary>Attachments whose address is neither a usable link nor short enough to keep as text; only the name is kept.</summary>
    LinkDropped,

    /// <summary>Texts from which invisible control characters were removed or line breaks made spaces.</summary>
    TextCleaned,

    /// <summary>Pictures as covers.</summary>
    CoverPicture,

    /// <summary>Votes on cards.</summary>
    Votes,

    /// <summary>Stickers on cards.</summary>
    Stickers,

    /// <summary>Places on a map.</summary>
    Locations,

    /// <summary>Reminders of due dates.</summary>
    Reminders,

    /// <summary>Data of power-ups.</summary>
    PowerUpData,

    /// <summary>Fields that a Trello export is not known to have; ignored. Subject: where and which.</summary>
    UnknownField,
}
