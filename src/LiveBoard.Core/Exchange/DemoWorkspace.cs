using LiveBoard.Core.Commands.Plans;
using LiveBoard.Core.Exchange.Demo;

namespace LiveBoard.Core.Exchange;

/// <summary>
/// A believable workspace to look around in: three boards of a small ferry company in the weeks before its winter
/// timetable, with twelve weeks of history. The same seed and time always give the same boards. Pure and thread-safe.
/// </summary>
public static class DemoWorkspace
{
    /// <summary>Name for the workspace.</summary>
    public const string Name = "Northquay Ferries";

    /// <summary>The boards, to be made by <see cref="Commands.Boards.ImportBoard"/>; the first is the main one.</summary>
    /// <param name="now">The present, UTC: due dates and history are told from it.</param>
    /// <param name="seed">Another number gives other times and people, with the same cards.</param>
    public static IReadOnlyList<BoardPlan> Create(DateTime now, int seed = 2026) =>
        [
            new DemoBoardMaker(WinterTimetable.Board, now, seed).Make(),
            new DemoBoardMaker(TicketMachines.Board, now, seed + 1).Make(),
            new DemoBoardMaker(AlbaRefit.Board, now, seed + 2).Make(),
        ];
}
