using LiveBoard.Core.Boards;

namespace LiveBoard.Core.Commands.Bulk;

/// <summary>Cards of another board than the command's.</summary>
/// <param name="BoardId">The board, of the same workspace.</param>
/// <param name="CardIds">Its cards.</param>
public sealed record CardsElsewhere(Guid BoardId, IReadOnlyList<Guid> CardIds);

/// <summary>Where many cards go together, in their order.</summary>
/// <param name="ToColumnId">The column, of the same board.</param>
/// <param name="AfterCardId">Right behind this card, if it is (still) in the column and stays where it is.</param>
/// <param name="BeforeCardId">Else right before this one; else to the end.</param>
public sealed record CardsMove(Guid ToColumnId, Guid? AfterCardId = null, Guid? BeforeCardId = null);

/// <summary>What becomes of a date of many cards.</summary>
/// <param name="At">The date, UTC; null for none, and for a shift.</param>
/// <param name="ShiftDays">
/// By how many days those that are there move, on the wall clock of the instance; cards without one stay as they are. Null to
/// set the date.
/// </param>
public sealed record DateWish(DateTime? At, int? ShiftDays = null)
{
    /// <summary>A hundred years: further on no date can be.</summary>
    private const int MaxShift = 36_500;

    internal Rejection? Check(string subject) =>
        ShiftDays is < -MaxShift or > MaxShift
            ? new Rejection(RejectionCode.ValueInvalid, subject)
            : DateRules.Check(At, subject);

    internal DateTime? Of(DateTime? now, TimeZoneInfo zone) =>
        ShiftDays is not { } days ? At
        : now is { } at ? WallClock.ToUtc(zone, TimeZoneInfo.ConvertTimeFromUtc(at, zone).AddDays(days))
        : null;
}

/// <summary>A value of a custom field for many cards.</summary>
/// <param name="FieldId">The field.</param>
/// <param name="Value">The value in the field type's notation; empty for none.</param>
/// <param name="PersonId">The person, of a field that holds one.</param>
public sealed record FieldWish(Guid FieldId, string Value, Guid? PersonId = null);
