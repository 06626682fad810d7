namespace LiveBoard.Core.Exchange;

/// <summary>One thing that is wrong with a file, and where.</summary>
/// <param name="Code">What is wrong.</param>
/// <param name="Path">JSON path of the place, such as <c>$.cards[3].name</c>; null when it is about the file as a whole.</param>
/// <param name="Detail">What was found or expected there (a type, a limit, an id), for the message.</param>
/// <param name="Line">Line in the file, from 1; null when not known.</param>
/// <param name="BytePosition">Byte within the line, or within the file when there is no line; from 0.</param>
public sealed record ImportProblem(
    ImportProblemCode Code,
    string? Path = null,
    string? Detail = null,
    long? Line = null,
    long? BytePosition = null
);

/// <summary>What can be wrong with a file.</summary>
public enum ImportProblemCode
{
    /// <summary>The file is empty.</summary>
    FileEmpty,

    /// <summary>The file is larger than allowed; the detail is the limit in bytes.</summary>
    FileTooLarge,

    /// <summary>The file is not text in UTF-8.</summary>
    NotUtf8,

    /// <summary>The file is not JSON, or breaks off.</summary>
    NotJson,

    /// <summary>Things are nested too deeply.</summary>
    TooDeep,

    /// <summary>An object has the same name twice; the detail is the name.</summary>
    DuplicateName,

    /// <summary>It is JSON, but not a Trello export; the detail is what was looked for.</summary>
    NotTrello,

    /// <summary>A value has another type than it must have; the detail is the type it must have.</summary>
    WrongType,

    /// <summary>A value that must be there is missing.</summary>
    Missing,

    /// <summary>A text is empty.</summary>
    TextEmpty,

    /// <summary>A text is too long; the detail is the limit.</summary>
    TextTooLong,

    /// <summary>A text holds characters that cannot be stored.</summary>
    TextInvalid,

    /// <summary>Not a date and time with its offset from UTC.</summary>
    DateInvalid,

    /// <summary>Not a number, or one out of range.</summary>
    NumberInvalid,

    /// <summary>An id is used twice, and something refers to it; the detail is the id.</summary>
    DuplicateId,

    /// <summary>More of these than a board can hold; the detail is the limit.</summary>
    TooMany,

    /// <summary>The file is not text in the encoding it is read with; the detail is the encoding.</summary>
    EncodingWrong,

    /// <summary>The file is something else than a table; the detail is what it looks like.</summary>
    NotTable,

    /// <summary>A quoted cell is never closed; the line is the one it begins on.</summary>
    QuoteOpen,

    /// <summary>More rows than are read; the detail is the limit.</summary>
    TooManyRows,

    /// <summary>More columns than are read; the detail is the limit.</summary>
    TooManyColumns,

    /// <summary>A workbook in the format of before 2007, or one with a password.</summary>
    WorkbookLocked,

    /// <summary>The file begins like a workbook and is none, or is damaged; the detail is the part.</summary>
    WorkbookBroken,

    /// <summary>A workbook unpacks to more than is read.</summary>
    WorkbookTooLarge,

    /// <summary>The workbook has no such sheet; the detail is its name.</summary>
    SheetMissing,

    /// <summary>A cell holds an error instead of a value; the detail is the error.</summary>
    CellError,

    /// <summary>A cell holds a formula that was never worked out.</summary>
    FormulaUnsolved,
}
