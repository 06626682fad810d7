using System.Collections.Immutable;
using LiveBoard.Core.Boards;

namespace LiveBoard.Core.Live.History;

/// <summary>A card's way over the board, as the log tells it; what it does not tell is as it is today.</summary>
internal sealed class CardPast(Guid cardId)
{
    private readonly Course<bool> _stands = new();
    private readonly Course<Guid> _column = new();
    private readonly Tally _comments = new();
    private readonly Tally _attachments = new();
    private Course<string>? _position;
    private Course<string>? _title;
    private Course<DateTime?>? _startAt;
    private Course<CardDue>? _due;
    private Dictionary<Guid, Course<bool>>? _labels;
    private Dictionary<Guid, Course<bool>>? _assignees;
    private CardSnapshot? _today;
    private bool _standsToday;

    public Guid CardId => cardId;

    /// <summary>The update of the facts of today that touched it last.</summary>
    public int Generation { get; private set; }

    /// <summary>
    /// False for a card that the log speaks of and that is nowhere any more: deleted for good, or never seen here, as in the
    /// history that came with an import. What is gone does not come back.
    /// </summary>
    public bool IsKept { get; set; }

    /// <summary>Says what is true of it today.</summary>
    public void Know(CardSnapshot today, bool stands, int generation)
    {
        if (ReferenceEquals(_today, today) && _standsToday == stands)
        {
            return;
        }

        (_today, _standsToday, Generation, IsKept) = (today, stands, generation, true);
        CountBack();
    }

    /// <summary>Its numbers of today are those after all entries so far.</summary>
    public void CountBack()
    {
        _comments.Set(_today?.CommentCount ?? 0);
        _attachments.Set(_today?.AttachmentCount ?? 0);
    }

    /// <summary>Takes in the next entry about it.</summary>
    /// <param name="entry">The entry.</param>
    /// <param name="moment">Its moment.</param>
    /// <param name="subjectId">The label or person it is about, as far as that is known.</param>
    public void Apply(ActivityEntry entry, int moment, Guid? subjectId)
    {
        switch (entry.Kind)
        {
            case ActivityKind.CardCreated or ActivityKind.CardDuplicated or ActivityKind.CardJoinedBoard:
                _stands.Note(moment, before: false, after: true);
                Place(entry, moment);
                Entitle(moment, entry.After);
                break;
            case ActivityKind.CardRestored:
                _stands.Note(moment, before: false, after: true);
                Stay(entry, moment);
                break;
            case ActivityKind.CardArchived or ActivityKind.CardDeleted:
                _stands.Note(moment, before: true, after: false);
                Stay(entry, moment);
                break;
            case ActivityKind.CardLeftBoard:
                _stands.Note(moment, before: true, after: false);
                Leave(entry, moment);
                break;
            case ActivityKind.CardMoved or ActivityKind.CardReordered:
                Place(entry, moment);
                break;
            case ActivityKind.CardRenamed when entry is { Before: { } before, After: { } after }:
                (_title ??= new()).Note(moment, before, after);
                break;
            case ActivityKind.CardStartSet:
                (_startAt ??= new()).Note(moment, CardDue.Parse(entry.Before).At, CardDue.Parse(entry.After).At);
                break;
            case ActivityKind.CardDueSet or ActivityKind.CardDueDone:
                (_due ??= new()).Note(moment, CardDue.Parse(entry.Before), CardDue.Parse(entry.After));
                break;
            case ActivityKind.CardLabelled or ActivityKind.CardUnlabelled:
                Set(ref _labels, subjectId, moment, entry.Kind == ActivityKind.CardLabelled);
                break;
            case ActivityKind.CardAssigned or ActivityKind.CardUnassigned:
                Set(ref _assignees, subjectId, moment, entry.Kind == ActivityKind.CardAssigned);
                break;
            case ActivityKind.CardCommented or ActivityKind.CommentRestored:
                _comments.Add(moment, 1);
                break;
            case ActivityKind.CommentRemoved:
                _comments.Add(moment, -1);
                break;
            case ActivityKind.CardAttached or ActivityKind.AttachmentRestored:
                _attachments.Add(moment, 1);
                break;
            case ActivityKind.AttachmentRemoved:
                _attachments.Add(moment, -1);
                break;
            default:
                break;
        }
    }

    /// <summary>The card as it was after a moment; null while it did not stand on the board.</summary>
    public CardSnapshot? At(int moment)
    {
        if (
            !IsKept
            || !Course<bool>.Find(_stands, moment, _standsToday)
            || !(_column.TryFind(moment, out var columnId) || _today is not null)
        )
        {
            return null;
        }

        var today = _today ?? Unknown(cardId);
        var due = Course<CardDue>.Find(_due, moment, new CardDue(today.DueAt, today.IsDueDone));
        return today with
        {
            ColumnId = columnId == Guid.Empty ? today.ColumnId : columnId,
            Position = Course<string>.Find(_position, moment, today.Position),
            Title = Course<string>.Find(_title, moment, today.Title),
            StartAt = Course<DateTime?>.Find(_startAt, moment, today.StartAt),
            DueAt = due.At,
            IsDueDone = due.IsDone,
            LabelIds = Found(_labels, moment, today.LabelIds),
            AssigneeIds = Found(_assignees, moment, today.AssigneeIds),
            CommentCount = _comments.Find(moment),
            AttachmentCount = _attachments.Find(moment),
            // The log does not tell these well enough to show them: a step that was ticked later would seem ticked then.
            ChecklistDone = 0,
            ChecklistTotal = 0,
            BlockerIds = [],
            OpenBlockers = [],
            Description = "",
        };
    }

    private void Place(ActivityEntry entry, int moment)
    {
        if (entry.ColumnId is { } columnId)
        {
            if (entry.FromColumnId is { } from)
            {
                _column.Note(moment, from, columnId);
            }
            else
            {
                _column.Note(moment, columnId);
            }
        }

        if (entry is { Position: { } position, FromPosition: { } fromPosition })
        {
            (_position ??= new()).Note(moment, fromPosition, position);
        }
        else if (entry.Position is { } first)
        {
            (_position ??= new()).Note(moment, first);
        }
    }

    /// <summary>It was put away or came back where it stood.</summary>
    private void Stay(ActivityEntry entry, int moment)
    {
        if (entry.ColumnId is { } columnId)
        {
            _column.Note(moment, columnId, columnId);
        }

        if (entry.Position is { } position)
        {
            (_position ??= new()).Note(moment, position, position);
        }

        if (entry.After is { } title)
        {
            (_title ??= new()).Note(moment, title, title);
        }
    }

    private void Leave(ActivityEntry entry, int moment)
    {
        if (entry.FromColumnId is { } from)
        {
            _column.Note(moment, from, from);
        }

        if (entry.FromPosition is { } position)
        {
            (_position ??= new()).Note(moment, position, position);
        }

        if (entry.Before is { } title)
        {
            (_title ??= new()).Note(moment, title, title);
        }
    }

    private void Entitle(int moment, string? title)
    {
        if (title is not null)
        {
            (_title ??= new()).Note(moment, title);
        }
    }

    private static void Set(ref Dictionary<Guid, Course<bool>>? all, Guid? subjectId, int moment, bool isOn)
    {
        if (subjectId is not { } id)
        {
            return;
        }

        all ??= [];
        if (!all.TryGetValue(id, out var course))
        {
            all[id] = course = new Course<bool>();
        }

        course.Note(moment, !isOn, isOn);
    }

    private static ImmutableArray<Guid> Found(
        Dictionary<Guid, Course<bool>>? told,
        int moment,
        ImmutableArray<Guid> today
    ) =>
        told is null
            ? today
            :
            [
                .. today
                    .Union(told.Keys)
                    .Where(id => Course<bool>.Find(told.GetValueOrDefault(id), moment, today.Contains(id)))
                    .Order(),
            ];

    /// <summary>A card of which only the log is left: it went to another board, whose matter it is now.</summary>
    private static CardSnapshot Unknown(Guid cardId) =>
        new(
            cardId,
            Number: 0,
            ColumnId: default,
            Position: "",
            Title: "",
            Description: "",
            StartAt: null,
            DueAt: null,
            IsDueDone: false,
            Cover: null,
            CoverImageId: null,
            ReminderMinutes: null,
            LabelIds: [],
            AssigneeIds: [],
            FieldValues: [],
            BlockerIds: [],
            ChecklistDone: 0,
            ChecklistTotal: 0,
            CommentCount: 0,
            AttachmentCount: 0,
            CreatedAt: default,
            Version: 0
        );
}
