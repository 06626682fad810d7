using System.Text.Json;
using LiveBoard.Core.Boards;
using LiveBoard.Core.Commands.Plans;

namespace LiveBoard.Core.Exchange.Trello;

/// <summary>
/// Reads a board exported by Trello as JSON, of 2012, 2016 or today. Reads all of it before it says anything: either
/// an import with a report of what it cannot carry, or a list of what is wrong and where. Touches neither database
/// nor network. Thread-safe.
/// </summary>
public sealed class TrelloReader(TimeProvider time)
{
    /// <summary>Reads a file.</summary>
    /// <param name="stream">The file; read to its end or to the limit, not disposed.</param>
    /// <param name="options">Limits and words; null for the usual ones.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public async Task<TrelloReading> ReadAsync(
        Stream stream,
        TrelloReaderOptions? options = null,
        CancellationToken cancellationToken = default
    )
    {
        options ??= new TrelloReaderOptions();
        var bytes = await TrelloDocument.ReadAsync(stream, options.MaxBytes, cancellationToken);
        if (bytes is null)
        {
            var limit = options.MaxBytes.ToString(System.Globalization.CultureInfo.InvariantCulture);
            return new TrelloReading(null, [new ImportProblem(ImportProblemCode.FileTooLarge, Detail: limit)], 1);
        }

        return Read(bytes.Value, options);
    }

    private TrelloReading Read(ReadOnlyMemory<byte> bytes, TrelloReaderOptions options)
    {
        var context = new TrelloContext(options);
        TrelloImport? import = null;
        using (var document = TrelloDocument.Parse(bytes, context.Problems))
        {
            if (document is not null && FindBoard(document.RootElement, context) is { } board)
            {
                import = Read(board, context);
            }
        }

        var problems = context.Problems;
        return new TrelloReading(problems.Count == 0 ? import : null, problems.Kept, problems.Count);
    }

    private static TrelloNode? FindBoard(JsonElement root, TrelloContext context)
    {
        var board = new TrelloNode(context, root, parent: null, "$");
        if (root.ValueKind == JsonValueKind.Object && board.Declares("lists") && board.Declares("cards"))
        {
            return board;
        }

        context.Problems.Add(new ImportProblem(ImportProblemCode.NotTrello, "$", "lists, cards"));
        return null;
    }

    private TrelloImport Read(TrelloNode board, TrelloContext context)
    {
        TrelloKnown.Note(board, "", context.Notes);
        context.Notes.Add(FidelityCode.BoardWasClosed, board.Flag("closed") ? 1 : 0);
        context.Notes.Add(FidelityCode.PowerUpData, board.Weigh("pluginData"));
        var people = new TrelloPeople(context, board);
        var columns = new TrelloColumns(context, board);
        var labels = new TrelloLabels(context, board);
        var fields = new TrelloCustomFields(context, board);
        var cards = new TrelloCards(context, board, columns);
        var checklists = new TrelloChecklists(context, board, cards.Ids, people);
        var history = new TrelloHistory(context, board, people, columns, cards.Ids);
        var lifelines = new TrelloLifelines(context, history, time.GetUtcNow().UtcDateTime);
        var cardPlans = cards.Read(people, labels, fields, checklists, history, lifelines);
        context.IsTooMany(labels.Plans.Count, Label.MaxPerBoard, "$.labels");
        context.IsTooMany(columns.Plans.Count, Column.MaxPerBoard, "$.lists");

        var plan = new BoardPlan
        {
            Name = board.Line("name", Board.MaxNameLength),
            Description = board.LongText("desc", Board.MaxDescriptionLength),
            Source = $"Trello {Excerpt.Of(board.Id("id") ?? board.Id("shortLink") ?? "")}".TrimEnd(),
            People = people.Plans,
            Labels = labels.Plans,
            Columns = columns.Plans,
            CustomFields = fields.Plans,
            Cards = cardPlans,
            History = lifelines.Entries,
        };
        return new TrelloImport(plan, people.Members, new FidelityReport(Count(plan), context.Notes.ToList()));
    }

    private static FidelityCounts Count(BoardPlan plan) =>
        new(
            Columns: plan.Columns.Count,
            ArchivedColumns: plan.Columns.Count(c => c.IsArchived),
            Cards: plan.Cards.Count,
            ArchivedCards: plan.Cards.Count(c => c.IsArchived),
            Labels: plan.Labels.Count,
            Checklists: plan.Cards.Sum(c => c.Checklists.Count),
            ChecklistItems: plan.Cards.Sum(c => c.Checklists.Sum(l => l.Items.Count)),
            Comments: plan.Cards.Sum(c => c.Comments.Count),
            Attachments: plan.Cards.Sum(c => c.Attachments.Count),
            CustomFields: plan.CustomFields.Count,
            CustomFieldValues: plan.Cards.Sum(c => c.FieldValues.Count),
            People: plan.People.Count,
            HistoryEntries: plan.History.Count
        );
}
