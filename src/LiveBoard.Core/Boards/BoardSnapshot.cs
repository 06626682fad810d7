using System.Collections.Immutable;

namespace LiveBoard.Core.Boards;

/// <summary>
/// Everything a viewer sees of one board at one version. Immutable and shared by all circuits; a new version
/// shares every part that did not change, so that "same reference" means "nothing to render".
/// Archived and deleted cards are not part of it.
/// </summary>
/// <param name="Header">The board's own facts.</param>
/// <param name="Version">Board version it shows.</param>
/// <param name="Columns">Columns in their order, archived ones left out.</param>
/// <param name="Cards">The same cards as in <paramref name="Columns"/>, by id.</param>
/// <param name="Labels">The board's labels by id.</param>
/// <param name="People">Everyone that a card refers to, by id.</param>
/// <param name="Fields">The board's custom fields by id, those taken away left out.</param>
/// <param name="Widgets">A dashboard's widgets by id, those taken away left out; a kanban board has none.</param>
public sealed record BoardSnapshot(
    BoardHeader Header,
    long Version,
    ImmutableArray<ColumnSnapshot> Columns,
    ImmutableDictionary<Guid, CardSnapshot> Cards,
    ImmutableDictionary<Guid, LabelSnapshot> Labels,
    ImmutableDictionary<Guid, PersonSnapshot> People,
    ImmutableDictionary<Guid, FieldSnapshot> Fields,
    ImmutableDictionary<Guid, WidgetSnapshot> Widgets
)
{
    /// <summary>Identity of the board.</summary>
    public Guid Id => Header.Id;

    /// <summary>The column with this id, or null.</summary>
    public ColumnSnapshot? FindColumn(Guid id)
    {
        foreach (var column in Columns)
        {
            if (column.Id == id)
            {
                return column;
            }
        }

        return null;
    }

    /// <summary>The card with this number, or null. Costs a walk over the cards.</summary>
    public CardSnapshot? FindCard(int number)
    {
        foreach (var column in Columns)
        {
            foreach (var card in column.Cards)
            {
                if (card.Number == number)
                {
                    return card;
                }
            }
        }

        return null;
    }
}

/// <summary>A board's own facts.</summary>
/// <param name="Id">Identity.</param>
/// <param name="WorkspaceId">The workspace it belongs to.</param>
/// <param name="Name">Display name.</param>
/// <param name="Description">What it is for.</param>
/// <param name="Visibility">Who besides its members may open it.</param>
/// <param name="WorkspaceRole">Role of the workspace's members on it.</param>
/// <param name="IsArchived">True when put away.</param>
/// <param name="Kind">What stands on it.</param>
public sealed record BoardHeader(
    Guid Id,
    Guid WorkspaceId,
    string Name,
    string Description,
    BoardVisibility Visibility,
    BoardRole WorkspaceRole,
    bool IsArchived,
    BoardKind Kind
);

/// <summary>A column and the cards in it, in order.</summary>
/// <param name="Id">Identity.</param>
/// <param name="Name">Display name.</param>
/// <param name="Position">Order key among the columns.</param>
/// <param name="WipLimit">Most cards that should be in it; null for no limit.</param>
/// <param name="IsWipLimitHard">True when the limit refuses further cards.</param>
/// <param name="Stage">Where work stands in it.</param>
/// <param name="Cards">Cards in order of <see cref="CardSnapshot.Position"/>, ordinal.</param>
public sealed record ColumnSnapshot(
    Guid Id,
    string Name,
    string Position,
    int? WipLimit,
    bool IsWipLimitHard,
    ColumnStage Stage,
    ImmutableArray<CardSnapshot> Cards
);

/// <summary>A card as a viewer sees it.</summary>
/// <param name="Id">Identity.</param>
/// <param name="Number">Number within the board.</param>
/// <param name="ColumnId">The column it is in.</param>
/// <param name="Position">Order key within the column.</param>
/// <param name="Title">What is to be done.</param>
/// <param name="Description">Markdown.</param>
/// <param name="StartAt">Planned start, UTC.</param>
/// <param name="DueAt">Due, UTC.</param>
/// <param name="IsDueDone">True when the due date has been met.</param>
/// <param name="Cover">Cover colour.</param>
/// <param name="CoverImageId">The attached picture that is the cover.</param>
/// <param name="ReminderMinutes">How long before it is due people are reminded, in minutes; null for a day.</param>
/// <param name="LabelIds">Labels, ordered by id.</param>
/// <param name="AssigneeIds">People, ordered by id.</param>
/// <param name="FieldValues">Values of custom fields, ordered by the field's id; also of fields that were taken away.</param>
/// <param name="BlockerIds">Cards that are said to block it, ordered by id; also those of other boards and those that are done.</param>
/// <param name="ChecklistDone">Ticked checklist items.</param>
/// <param name="ChecklistTotal">Checklist items in all.</param>
/// <param name="CommentCount">Number of comments.</param>
/// <param name="AttachmentCount">Number of attachments.</param>
/// <param name="CreatedAt">When it was made, UTC.</param>
/// <param name="Version">Board version of the last commit that touched it.</param>
public sealed record CardSnapshot(
    Guid Id,
    int Number,
    Guid ColumnId,
    string Position,
    string Title,
    string Description,
    DateTime? StartAt,
    DateTime? DueAt,
    bool IsDueDone,
    LabelColor? Cover,
    Guid? CoverImageId,
    int? ReminderMinutes,
    ImmutableArray<Guid> LabelIds,
    ImmutableArray<Guid> AssigneeIds,
    ImmutableArray<FieldValueSnapshot> FieldValues,
    ImmutableArray<Guid> BlockerIds,
    int ChecklistDone,
    int ChecklistTotal,
    int CommentCount,
    int AttachmentCount,
    DateTime CreatedAt,
    long Version
)
{
    /// <summary>
    /// Numbers of the cards of its board that block it and are not done, ascending. It follows from where those cards
    /// are, so it is part of a whole board (<see cref="Blockers"/>) and empty in an event.
    /// </summary>
    public ImmutableArray<int> OpenBlockers { get; init; } = [];

    /// <summary>Everyone it refers to: whom it is assigned to, and who stands in its fields.</summary>
    public IEnumerable<Guid> PeopleIds =>
        FieldValues.IsEmpty ? AssigneeIds : AssigneeIds.Concat(FieldValues.Select(v => v.PersonId).OfType<Guid>());
}

/// <summary>A card's value of a custom field as a viewer sees it.</summary>
/// <param name="FieldId">The field.</param>
/// <param name="Value">The value in the field type's notation; empty for a person.</param>
/// <param name="PersonId">The person, when the field holds one.</param>
public sealed record FieldValueSnapshot(Guid FieldId, string Value, Guid? PersonId);

/// <summary>A custom field as a viewer sees it.</summary>
/// <param name="Id">Identity.</param>
/// <param name="Name">Display name.</param>
/// <param name="Type">What its values are.</param>
/// <param name="Position">Order key among the board's fields.</param>
/// <param name="Options">Choices, one in each line.</param>
/// <param name="IsOnTile">True when tiles show the card's value.</param>
public sealed record FieldSnapshot(
    Guid Id,
    string Name,
    CustomFieldType Type,
    string Position,
    string Options,
    bool IsOnTile
);

/// <summary>A label as a viewer sees it.</summary>
/// <param name="Id">Identity.</param>
/// <param name="Name">Display name; may be empty.</param>
/// <param name="Color">Palette colour.</param>
public sealed record LabelSnapshot(Guid Id, string Name, LabelColor Color);

/// <summary>A person as a viewer sees them.</summary>
/// <param name="Id">Identity.</param>
/// <param name="Name">Display name.</param>
/// <param name="Color">Number of the person's colour, 1 to <see cref="Person.ColorCount"/>.</param>
/// <param name="IsPlaceholder">True when the person has no account.</param>
public sealed record PersonSnapshot(Guid Id, string Name, int Color, bool IsPlaceholder);
