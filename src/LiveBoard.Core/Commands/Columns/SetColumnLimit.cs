using System.Globalization;
using LiveBoard.Core.Boards;

namespace LiveBoard.Core.Commands.Columns;

/// <summary>Sets how many cards a column should hold at most. Cards that are there already stay.</summary>
public sealed record SetColumnLimit : ColumnCommand
{
    /// <summary>Highest limit.</summary>
    public const int Max = 999;

    /// <summary>1 to <see cref="Max"/>, or null for no limit.</summary>
    public required int? Limit { get; init; }

    /// <summary>True to refuse further cards, false to only show that the limit is passed.</summary>
    public bool IsHard { get; init; }

    private protected override Task<Rejection?> ChangeAsync(
        BoardCommandContext context,
        Column column,
        CancellationToken cancellationToken
    ) => Task.FromResult(Change(context, column));

    private Rejection? Change(BoardCommandContext context, Column column)
    {
        if (Limit is < 1 or > Max)
        {
            return new Rejection(RejectionCode.ValueInvalid, "limit");
        }

        var isHard = IsHard && Limit is not null;
        if (column.WipLimit == Limit && column.IsWipLimitHard == isHard)
        {
            return null;
        }

        context.Log(
            ActivityKind.ColumnLimitSet,
            columnId: column.Id,
            before: Words(column.WipLimit),
            after: Words(Limit)
        );
        context.Undo = this with
        {
            CommandId = Guid.CreateVersion7(),
            Limit = column.WipLimit,
            IsHard = column.IsWipLimitHard,
        };
        column.WipLimit = Limit;
        column.IsWipLimitHard = isHard;
        return null;
    }

    private static string? Words(int? limit) => limit?.ToString(CultureInfo.InvariantCulture);
}
