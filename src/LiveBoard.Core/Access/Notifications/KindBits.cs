using System.Collections.Immutable;
using LiveBoard.Core.Boards;

namespace LiveBoard.Core.Access.Notifications;

/// <summary>A set of kinds as it is stored: bit n stands for the kind of number n.</summary>
internal static class KindBits
{
    public static int Of(IEnumerable<NotificationKind> kinds) => kinds.Aggregate(0, (bits, kind) => bits | Bit(kind));

    public static ImmutableHashSet<NotificationKind> Of(int bits) =>
        [.. Enum.GetValues<NotificationKind>().Where(kind => (bits & Bit(kind)) != 0)];

    public static int Bit(NotificationKind kind) => 1 << (int)kind;
}
