namespace LiveBoard.Core.Exchange.Trello;

/// <summary>What a caller of <see cref="TrelloReader"/> decides.</summary>
public sealed record TrelloReaderOptions
{
    /// <summary>Largest file in bytes; 50 MB unless said otherwise.</summary>
    public long MaxBytes { get; init; } = 50 * 1024 * 1024;

    /// <summary>Name of the column for cards whose list is not in the file.</summary>
    public string ColumnWithoutList { get; init; } = "Imported – without list";

    /// <summary>Name of a person of whom only an id is known; {0} is the end of the id.</summary>
    public string UnknownPerson { get; init; } = "Former member {0}";
}
