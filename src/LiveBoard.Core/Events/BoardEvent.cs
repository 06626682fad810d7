using LiveBoard.Core.Boards;

namespace LiveBoard.Core.Events;

/// <summary>A fact about a board after a commit. Idempotent: applying it twice is applying it once.</summary>
public abstract record BoardEvent;

/// <summary>The board's own facts are now these.</summary>
/// <param name="Board">The facts.</param>
public sealed record BoardUpserted(BoardHeader Board) : BoardEvent;

/// <summary>A column is on the board with these facts. Its <see cref="ColumnSnapshot.Cards"/> are empty here: cards speak for themselves.</summary>
/// <param name="Column">The column without its cards.</param>
public sealed record ColumnUpserted(ColumnSnapshot Column) : BoardEvent;

/// <summary>A column is no longer on the board (archived); its cards go with it.</summary>
/// <param name="ColumnId">The column.</param>
public sealed record ColumnRemoved(Guid ColumnId) : BoardEvent;

/// <summary>A card stands on the board with these facts.</summary>
/// <param name="Card">The card.</param>
public sealed record CardUpserted(CardSnapshot Card) : BoardEvent;

/// <summary>A card no longer stands on the board (archived, deleted or moved to another board).</summary>
/// <param name="CardId">The card.</param>
public sealed record CardRemoved(Guid CardId) : BoardEvent;

/// <summary>A label exists with these facts.</summary>
/// <param name="Label">The label.</param>
public sealed record LabelUpserted(LabelSnapshot Label) : BoardEvent;

/// <summary>A label no longer exists.</summary>
/// <param name="LabelId">The label.</param>
public sealed record LabelRemoved(Guid LabelId) : BoardEvent;

/// <summary>A custom field exists with these facts.</summary>
/// <param name="Field">The field.</param>
public sealed record FieldUpserted(FieldSnapshot Field) : BoardEvent;

/// <summary>A custom field no longer exists.</summary>
/// <param name="FieldId">The field.</param>
public sealed record FieldRemoved(Guid FieldId) : BoardEvent;

/// <summary>A widget stands on the dashboard with these facts.</summary>
/// <param name="Widget">The widget.</param>
public sealed record WidgetUpserted(WidgetSnapshot Widget) : BoardEvent;

/// <summary>A widget no longer stands on the dashboard.</summary>
/// <param name="WidgetId">The widget.</param>
public sealed record WidgetRemoved(Guid WidgetId) : BoardEvent;

/// <summary>Somebody that a card refers to has these facts.</summary>
/// <param name="Person">The person.</param>
public sealed record PersonUpserted(PersonSnapshot Person) : BoardEvent;
