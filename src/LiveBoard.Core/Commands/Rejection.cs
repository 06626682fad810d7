using LiveBoard.Core.Commands.Cells;

namespace LiveBoard.Core.Commands;

/// <summary>Why a command was not done. A normal outcome, not an error of the program.</summary>
/// <param name="Code">The reason.</param>
/// <param name="Subject">What it is about (a field, a name), for the message.</param>
/// <param name="Current">The value that stands in the way, if any.</param>
public sealed record Rejection(RejectionCode Code, string? Subject = null, string? Current = null)
{
    /// <summary>Each cell that cannot be taken, of a command that brings many; in the order in which they were given.</summary>
    public IReadOnlyList<CellProblem> Cells { get; init; } = [];
}

/// <summary>Reasons for not doing a command.</summary>
public enum RejectionCode
{
    /// <summary>There is no such board, as far as the actor may know.</summary>
    BoardNotFound,

    /// <summary>The command is for boards of another kind.</summary>
    WrongBoardKind,

    /// <summary>The actor's role does not allow it.</summary>
    NotAllowed,

    /// <summary>The board is archived and read-only.</summary>
    BoardArchived,

    /// <summary>There is no such card on the board.</summary>
    CardNotFound,

    /// <summary>There is no such column on the board.</summary>
    ColumnNotFound,

    /// <summary>There is no such label on the board.</summary>
    LabelNotFound,

    /// <summary>There is no such comment on the card.</summary>
    CommentNotFound,

    /// <summary>There is no such checklist on the card.</summary>
    ChecklistNotFound,

    /// <summary>There is no such item on the card's checklists.</summary>
    ItemNotFound,

    /// <summary>There is no such field on the board.</summary>
    FieldNotFound,

    /// <summary>There is no such widget on the dashboard, or no longer.</summary>
    WidgetNotFound,

    /// <summary>There is no such attachment on the card, or no longer.</summary>
    AttachmentNotFound,

    /// <summary>There is no such person who may be given a place on the board.</summary>
    PersonNotFound,

    /// <summary>A text is empty.</summary>
    TextEmpty,

    /// <summary>A text is longer than its limit.</summary>
    TextTooLong,

    /// <summary>A text holds characters that cannot be stored.</summary>
    TextInvalid,

    /// <summary>A value is outside its range.</summary>
    ValueInvalid,

    /// <summary>An address that may not become a link.</summary>
    LinkUnsafe,

    /// <summary>The file is larger than one may be.</summary>
    FileTooLarge,

    /// <summary>The board's files take all the room that they may.</summary>
    BoardFilesFull,

    /// <summary>All boards' files together take all the room that they may.</summary>
    InstanceFilesFull,

    /// <summary>The column's hard limit is reached.</summary>
    WipLimitReached,

    /// <summary>The board holds as many of these as it can.</summary>
    TooMany,

    /// <summary>More at once than a command may be about; the limit is what stands in the way.</summary>
    TooManyAtOnce,

    /// <summary>Somebody changed the same field since it was read.</summary>
    ChangedMeanwhile,

    /// <summary>Texts of cells cannot be taken; see <see cref="Rejection.Cells"/> for each of them.</summary>
    CellsInvalid,

    /// <summary>It cannot be undone any more because somebody built on it.</summary>
    UndoOvertaken,

    /// <summary>Another command was done under the same id.</summary>
    CommandIdReused,

    /// <summary>Others were writing all the time; try again.</summary>
    Busy,
}
