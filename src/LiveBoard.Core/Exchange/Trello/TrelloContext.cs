namespace LiveBoard.Core.Exchange.Trello;

/// <summary>What all parts of one reading share: what is wrong so far, and what will not be carried.</summary>
internal sealed class TrelloContext(TrelloReaderOptions options)
{
    public TrelloReaderOptions Options => options;

    public ImportProblems Problems { get; } = new();

    public FidelityNotes Notes { get; } = new();

    /// <summary>Refuses a file with more things than a board can hold, before each of them is read.</summary>
    public bool IsTooMany(int count, int most, string path)
    {
        if (count <= most)
        {
            return false;
        }

        Problems.Add(
            new ImportProblem(
                ImportProblemCode.TooMany,
                path,
                most.ToString(System.Globalization.CultureInfo.InvariantCulture)
            )
        );
        return true;
    }
}
