using LiveBoard.Core.Boards;
using LiveBoard.Core.Data;

namespace LiveBoard.Core.Commands.Plans;

/// <summary>The rows of a planned board, made and checked away from the database and handed to it all at once.</summary>
internal sealed class PlanRows(Guid boardId, PlanCheck check)
{
    private readonly List<object> _rows = [];
    private readonly PlanIds _people = new(check, "person");
    private readonly PlanIds _labels = new(check, "label");
    private readonly PlanIds _columns = new(check, "column");
    private readonly PlanIds _fields = new(check, "custom field");
    private readonly PlanIds _cards = new(check, "card");

    /// <summary>Number for the next card of the board, past all that the plan's cards have.</summary>
    public int NextCardNumber { get; private set; } = 1;

    /// <summary>Makes the rows of everything but the board itself.</summary>
    public void Make(BoardPlan plan)
    {
        check.Limit(plan.Cards.Count, Card.MaxPerBoard, "cards");
        check.Limit(plan.Columns.Count, Column.MaxPerBoard, "columns");
        check.Limit(plan.Labels.Count, Label.MaxPerBoard, "labels");
        if (check.Rejection is not null)
        {
            return;
        }

        _rows.AddRange(PlanPeople.Placeholders(plan, _people, check));
        _rows.AddRange(plan.Labels.Select(Row));
        _rows.AddRange(plan.Columns.Zip(CardPosition.Spread(plan.Columns.Count), Row));
        _rows.AddRange(plan.CustomFields.Zip(CardPosition.Spread(plan.CustomFields.Count), Row));
        AddCards(plan.Cards);
        var ids = new HistoryIds();
        _rows.AddRange(plan.History.Select(entry => Row(entry, ids)));
    }

    /// <summary>Hands the rows to the context as new ones.</summary>
    public void AddTo(LiveBoardDbContext db) => db.AddRange(_rows);

    private Label Row(LabelPlan label)
    {
        if (!Enum.IsDefined(label.Color))
        {
            check.Refuse(RejectionCode.ValueInvalid, "color", label.Name);
        }

        return new Label
        {
            Id = _labels.Add(label.Id),
            BoardId = boardId,
            // Lines are never empty, labels may be.
            Name = label.Name.Length == 0 ? "" : check.Line(label.Name, Label.MaxNameLength, "label"),
            Color = label.Color,
        };
    }

    private Column Row(ColumnPlan column, string position)
    {
        if (column.WipLimit < 1 || !Enum.IsDefined(column.Stage))
        {
            check.Refuse(RejectionCode.ValueInvalid, "column", column.Name);
        }

        return new Column
        {
            Id = _columns.Add(column.Id),
            BoardId = boardId,
            Name = check.Line(column.Name, Column.MaxNameLength, "column"),
            Position = position,
            WipLimit = column.WipLimit,
            IsWipLimitHard = column.IsWipLimitHard,
            Stage = column.Stage,
            IsArchived = column.IsArchived,
        };
    }

    private CustomField Row(CustomFieldPlan field, string position) =>
        new()
        {
            Id = _fields.Add(field.Id),
            BoardId = boardId,
            Name = check.Line(field.Name, CustomField.MaxNameLength, "custom field"),
            Type = field.Type,
            Position = position,
            Options = string.Join(
                '\n',
                field.Options.Select(o => check.Line(o, CustomField.MaxOptionLength, "choice"))
            ),
            IsOnTile = field.IsOnTile,
        };

    private void AddCards(IReadOnlyList<CardPlan> cards)
    {
        var numbers = PlanNumbers.Of(cards);
        NextCardNumber = numbers.Append(0).Max() + 1;
        var rows = new CardRows(boardId, check, _people, _labels, _fields);
        foreach (var inColumn in Enumerable.Range(0, cards.Count).GroupBy(i => cards[i].ColumnId))
        {
            var columnId = _columns.Of(inColumn.Key);
            var places = inColumn.ToList();
            foreach (var (i, position) in places.Zip(CardPosition.Spread(places.Count)))
            {
                var cardId = _cards.Add(cards[i].Id);
                _rows.AddRange(rows.Of(cards[i], cardId, columnId, numbers[i], position));
            }
        }
    }

    private ActivityEntry Row(HistoryPlan entry, HistoryIds ids) =>
        new()
        {
            Id = ids.Next(check.Utc(entry.At, "history")),
            BoardId = boardId,
            At = entry.At,
            ActorId = _people.OfOptional(entry.ActorId),
            Kind = entry.Kind,
            CardId = _cards.OfOptional(entry.CardId),
            ColumnId = _columns.OfOptional(entry.ColumnId),
            FromColumnId = _columns.OfOptional(entry.FromColumnId),
            Before = Words(entry.Before),
            After = Words(entry.After),
            IsImported = true,
        };

    private string? Words(string? text) =>
        text is null ? null : check.LongText(text, Card.MaxDescriptionLength, "history");
}
