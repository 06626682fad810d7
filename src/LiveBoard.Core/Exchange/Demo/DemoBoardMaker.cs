using System.Globalization;
using LiveBoard.Core.Boards;
using LiveBoard.Core.Commands.Plans;

namespace LiveBoard.Core.Exchange.Demo;

/// <summary>Makes a plan of a demo board: each card gets a way through the columns that ends where it stands now.</summary>
internal sealed class DemoBoardMaker(DemoBoard board, DateTime now, int seed)
{
    private static readonly TimeSpan DueHour = TimeSpan.FromHours(16);

    private readonly WorkClock _clock = new(now);
    private readonly List<HistoryPlan> _history = [];
    private readonly List<CardPlan> _cards = [];

    private readonly DemoRoutes _routes = new(board, new Random(seed));

    public BoardPlan Make()
    {
        LayOut();
        for (var column = 0; column < board.Columns.Count; column++)
        {
            var here = board.Columns[column];
            AddCards(here.Cards, column, isArchived: false);
            AddCards(here.Archived, column, isArchived: true);
        }

        return new BoardPlan
        {
            Name = board.Name,
            Description = board.Description,
            People = DemoPeople.All,
            Labels = [.. board.Labels.Select(l => new LabelPlan(l.Name, l.Name, l.Color))],
            Columns =
            [
                .. board.Columns.Select(c => new ColumnPlan(c.Name, c.Name) { Stage = c.Stage, WipLimit = c.Limit }),
            ],
            Cards = _cards,
            History = [.. _history.OrderBy(h => h.At)],
        };
    }

    private void LayOut()
    {
        var made = _clock.Ago(DemoRoutes.Start + WorkClock.Day);
        Note(ActivityKind.BoardCreated, made, "LB", after: board.Name);
        foreach (var column in board.Columns)
        {
            made = made.AddMinutes(1);
            Note(ActivityKind.ColumnCreated, made, "LB", columnId: column.Name, after: column.Name);
        }
    }

    private void AddCards(IReadOnlyList<DemoCard> cards, int column, bool isArchived)
    {
        for (var i = 0; i < cards.Count; i++)
        {
            var stops = _routes.To(column, isArchived, place: (double)i / cards.Count);
            Add(cards[i], $"{column}-{isArchived}-{i}", stops, isArchived);
        }
    }

    private void Add(DemoCard card, string id, IReadOnlyList<(int Column, double Ago)> stops, bool isArchived)
    {
        var author = card.Initials.FirstOrDefault() ?? _routes.Anybody();
        var createdAt = _clock.Ago(stops[0].Ago);
        Travel(card, id, stops, author);
        Assign(card, id, stops, author);
        if (isArchived)
        {
            var shelved = _clock.Ago(stops[^1].Ago * 0.8);
            Note(ActivityKind.CardArchived, shelved, "LB", id, NameOf(stops[^1]), after: card.Title);
        }

        var isDone = board.Columns[stops[^1].Column].Stage == ColumnStage.Done;
        _cards.Add(
            new CardPlan(id, NameOf(stops[^1]), card.Title, createdAt)
            {
                Description = card.Text,
                CreatedById = author,
                DueAt = DueOf(card),
                IsDueDone = isDone && card.Due is not null,
                Cover = card.Cover,
                IsArchived = isArchived,
                LabelIds = [.. card.LabelNames],
                AssigneeIds = [.. card.Initials],
                Checklists = card.Steps.Count == 0 ? [] : [StepsOf(card, isDone)],
                Comments = [.. Comments(card, id, stops)],
                Attachments = [.. card.Links.Select(l => new AttachmentPlan(l.Name, l.Url, createdAt, author))],
            }
        );
    }

    private void Travel(DemoCard card, string id, IReadOnlyList<(int Column, double Ago)> stops, string author)
    {
        Note(ActivityKind.CardCreated, _clock.Ago(stops[0].Ago), author, id, NameOf(stops[0]), after: card.Title);
        for (var i = 1; i < stops.Count; i++)
        {
            var mover = card.Initials.LastOrDefault() ?? author;
            var (from, to) = (NameOf(stops[i - 1]), NameOf(stops[i]));
            Note(ActivityKind.CardMoved, _clock.Ago(stops[i].Ago), mover, id, to, from, after: to);
        }
    }

    private void Assign(DemoCard card, string id, IReadOnlyList<(int Column, double Ago)> stops, string author)
    {
        var minutes = stops[0].Ago;
        foreach (var initials in card.Initials)
        {
            minutes *= 0.99;
            var name = DemoPeople.All.First(p => p.Id == initials).Name;
            Note(ActivityKind.CardAssigned, _clock.Ago(minutes), author, id, after: name);
        }

        if (DueOf(card) is { } due)
        {
            var words = due.ToString("u", CultureInfo.InvariantCulture);
            Note(ActivityKind.CardDueSet, _clock.Ago(minutes * 0.98), author, id, after: words);
        }
    }

    private IEnumerable<CommentPlan> Comments(DemoCard card, string id, IReadOnlyList<(int Column, double Ago)> stops)
    {
        for (var i = 0; i < card.Said.Count; i++)
        {
            var ago = stops[0].Ago * (card.Said.Count - i) / (card.Said.Count + 1);
            var at = _clock.Ago(ago);
            Note(ActivityKind.CardCommented, at, card.Said[i].Who, id);
            yield return new CommentPlan(card.Said[i].Text, at, card.Said[i].Who);
        }
    }

    private static ChecklistPlan StepsOf(DemoCard card, bool isDone) =>
        new(
            card.Checklist,
            [.. card.Steps.Select((step, i) => new ChecklistItemPlan(step, isDone || i < card.Ticked))]
        );

    private DateTime? DueOf(DemoCard card) =>
        card.Due is { } days ? DateTime.SpecifyKind(now.Date.AddDays(days) + DueHour, DateTimeKind.Utc) : null;

    private string NameOf((int Column, double Ago) stop) => board.Columns[stop.Column].Name;

    private void Note(
        ActivityKind kind,
        DateTime at,
        string actor,
        string? cardId = null,
        string? columnId = null,
        string? fromColumnId = null,
        string? after = null
    ) =>
        _history.Add(
            new HistoryPlan(kind, at)
            {
                ActorId = actor,
                CardId = cardId,
                ColumnId = columnId,
                FromColumnId = fromColumnId,
                After = after,
            }
        );
}
