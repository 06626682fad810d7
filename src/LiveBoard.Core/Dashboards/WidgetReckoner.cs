using System.Collections.Immutable;
using LiveBoard.Core.Boards;
using LiveBoard.Core.Dashboards.Flow;

namespace LiveBoard.Core.Dashboards;

/// <summary>
/// Works out what a widget shows from the numbers of its boards. What concerns one board is asked of that board's numbers,
/// which answer each question once for a version, so a change costs the boards that it touched.
/// </summary>
/// <param name="calendar">The team's days.</param>
/// <param name="now">The moment it is worked out for, UTC.</param>
internal sealed class WidgetReckoner(FlowCalendar calendar, DateTime now)
{
    /// <summary>Cards in a list; the rest is a number.</summary>
    private const int MaxCards = 20;

    /// <summary>Dots in a chart; more are not told apart.</summary>
    private const int MaxDots = 500;

    /// <summary>Days that a forecast is shown for at least.</summary>
    private const int MinAhead = 14;

    private readonly DateOnly _today = calendar.DayOf(now);

    /// <summary>What it shows; null for what needs nothing but its settings.</summary>
    /// <param name="widget">The widget.</param>
    /// <param name="boards">The numbers of its boards.</param>
    public WidgetData? Of(WidgetSnapshot widget, IReadOnlyList<BoardNumbers> boards)
    {
        var settings = widget.Settings;
        var from = _today.AddDays(1 - settings.Days);
        return widget.Kind switch
        {
            WidgetKind.CardsPerColumn => Groups(widget, boards, WidgetGroups.ByColumn, isInOrder: true),
            WidgetKind.CardsPerAssignee => Groups(widget, boards, WidgetGroups.ByPerson, isInOrder: false),
            WidgetKind.CardsPerLabel => Groups(widget, boards, WidgetGroups.ByLabel, isInOrder: false),
            WidgetKind.CardsPerField => Groups(widget, boards, WidgetGroups.ByField, isInOrder: false),
            WidgetKind.CumulativeFlow => Flow(boards, from),
            WidgetKind.Throughput => DoneCards(boards, settings, from),
            WidgetKind.CycleTime or WidgetKind.CycleTimeHistogram => Times(boards, settings, from),
            WidgetKind.Burn => BurnOf(boards, settings, from),
            WidgetKind.AgeingWork => Ageing(boards, settings, from),
            WidgetKind.BlockedAndOverdue => Cards(
                boards,
                settings,
                c => WidgetCards.IsBlocked(c.Column, c.Card) || WidgetCards.IsOverdue(c.Column, c.Card, now),
                DueOrder
            ),
            WidgetKind.DueThisWeek => Cards(
                boards,
                settings,
                c => WidgetCards.IsDueSoon(c.Column, c.Card, now),
                DueOrder
            ),
            WidgetKind.CardList => Cards(boards, settings, _ => true, DueOrder),
            WidgetKind.RecentActivity => new ActivityData([
                .. boards.SelectMany(b => b.Recent).OrderByDescending(e => e.Entry.At).Take(MaxCards),
            ]),
            WidgetKind.Number => Number(boards, settings, from) with { Target = settings.Target },
            _ => null,
        };
    }

    private static long DueOrder(CardLine line) => line.Card.DueAt?.Ticks ?? long.MaxValue;

    private CountData Groups(
        WidgetSnapshot widget,
        IReadOnlyList<BoardNumbers> boards,
        Func<BoardSnapshot, WidgetSettings, DateTime, IEnumerable<CardGroup>> group,
        bool isInOrder
    ) => new(WidgetGroups.Merge(boards.SelectMany(b => group(b.Board, widget.Settings, now)), isInOrder));

    private FlowData Flow(IReadOnlyList<BoardNumbers> boards, DateOnly from)
    {
        if (boards.Count != 1)
        {
            var flow = Stages(boards, from);
            return new FlowData(flow, [.. flow.Bands.Select(_ => (string?)null)]);
        }

        return boards[0]
            .Ask(
                (nameof(Flow), from, _today),
                (board, ledger) =>
                {
                    var flow = CumulativeFlow.ByColumn(ledger, [.. board.Columns.Select(c => c.Id)], from, _today);
                    return new FlowData(
                        flow,
                        [.. flow.Bands.Select(b => b.ColumnId is { } id ? board.FindColumn(id)?.Name : null)]
                    );
                }
            );
    }

    private CumulativeFlow Stages(IReadOnlyList<BoardNumbers> boards, DateOnly from) =>
        boards.Count == 0
            ? CumulativeFlow.ByStage(new FlowLedger(calendar), from, _today)
            : CumulativeFlow.Sum([
                .. boards.Select(b =>
                    b.Ask((nameof(Stages), from, _today), (_, ledger) => CumulativeFlow.ByStage(ledger, from, _today))
                ),
            ]);

    private ImmutableArray<DayCount> PerDay(IReadOnlyList<BoardNumbers> boards, DateOnly from, DateOnly to) =>
        boards.Count == 0
            ? Throughput.PerDay(new FlowLedger(calendar), from, to)
            : Throughput.Sum([
                .. boards.Select(b =>
                    b.Ask((nameof(PerDay), from, to), (_, ledger) => Throughput.PerDay(ledger, from, to))
                ),
            ]);

    private ThroughputData DoneCards(IReadOnlyList<BoardNumbers> boards, WidgetSettings settings, DateOnly from)
    {
        // Whole weeks only: a part of one would look like a bad week.
        var start = settings.Unit == WidgetUnit.Week ? FlowCalendar.WeekOf(from) : from;
        var days = PerDay(boards, start, _today);
        return new ThroughputData(settings.Unit == WidgetUnit.Week ? Throughput.PerWeek(days) : days, settings.Unit);
    }

    private CycleTimes TimesOf(IReadOnlyList<BoardNumbers> boards, bool isLeadTime, DateOnly from, DateOnly to) =>
        CycleTimes.Join(
            boards.Select(b =>
                b.Ask(
                    (nameof(TimesOf), isLeadTime, from, to),
                    (_, ledger) => CycleTimes.Of(ledger, from, to, isLeadTime)
                )
            )
        );

    private TimesData Times(IReadOnlyList<BoardNumbers> boards, WidgetSettings settings, DateOnly from)
    {
        var times = TimesOf(boards, settings.IsLeadTime, from, _today);
        var ids = times.Cards.Select(c => c.CardId).ToHashSet();
        var lines =
            from numbers in boards
            let board = numbers.Board
            from id in ids
            let card = board.Cards.GetValueOrDefault(id)
            where card is not null
            let column = board.FindColumn(card.ColumnId)
            select new CardLine(board.Id, card, column.Name, [], null);
        return new TimesData(times, lines.ToImmutableDictionary(l => l.Card.Id), settings.IsLeadTime);
    }

    private BurnData BurnOf(IReadOnlyList<BoardNumbers> boards, WidgetSettings settings, DateOnly from)
    {
        var target = settings.UntilAt is { } until ? calendar.DayOf(until) : _today;
        var flow = Stages(boards, from);
        // Today is not over: it would look like a bad day.
        ImmutableArray<int> history = [.. PerDay(boards, from, _today.AddDays(-1)).Select(day => day.Count)];
        var forecast = Forecast.Of(history, flow.At(ColumnStage.NotStarted)[^1] + flow.At(ColumnStage.InProgress)[^1]);
        // As far ahead as back: what comes must not press flat what was.
        var ahead = Math.Min((forecast?.Courses[^1].Left.Length ?? 1) - 1, Math.Max(MinAhead, settings.Days));
        return new BurnData(
            Burn.Of(flow, target < from ? from : target, _today.AddDays(ahead)),
            forecast,
            target,
            settings.IsBurnUp
        );
    }

    private AgeingData Ageing(IReadOnlyList<BoardNumbers> boards, WidgetSettings settings, DateOnly from)
    {
        var lines = Lines(boards, settings, c => c.Column.Stage == ColumnStage.InProgress);
        return new AgeingData(
            [
                .. boards
                    .SelectMany(b => b.Board.Columns.Where(c => c.Stage == ColumnStage.InProgress))
                    .Select(c => c.Name)
                    .Distinct(),
            ],
            [
                .. lines
                    .Select(line => new AgeingCard(line, (now - (line.StartedAt ?? now)).TotalDays))
                    .OrderByDescending(c => c.Days)
                    .ThenBy(c => c.Line.Card.Id)
                    .Take(MaxDots),
            ],
            TimesOf(boards, isLeadTime: false, from, _today)
        );
    }

    private CardsData Cards(
        IReadOnlyList<BoardNumbers> boards,
        WidgetSettings settings,
        Func<(ColumnSnapshot Column, CardSnapshot Card), bool> isIn,
        Func<CardLine, long> order
    )
    {
        var lines = Lines(boards, settings, isIn);
        return new CardsData(
            [.. lines.OrderBy(order).ThenBy(l => l.Card.Number).ThenBy(l => l.BoardId).Take(MaxCards)],
            lines.Count
        );
    }

    private List<CardLine> Lines(
        IReadOnlyList<BoardNumbers> boards,
        WidgetSettings settings,
        Func<(ColumnSnapshot Column, CardSnapshot Card), bool> isIn
    ) =>
        [
            .. boards.SelectMany(numbers =>
                numbers.Look(
                    (board, ledger) =>
                        WidgetCards
                            .On(board, settings, now)
                            .Where(isIn)
                            .Select(c => WidgetCards.Line(board, c.Column, c.Card, ledger))
                            .ToList()
                )
            ),
        ];

    private NumberData Number(IReadOnlyList<BoardNumbers> boards, WidgetSettings settings, DateOnly from)
    {
        var before = from.AddDays(-settings.Days);
        return settings.Measure switch
        {
            WidgetMeasure.OpenCards => Course(
                Stages(boards, from),
                flow => flow.At(ColumnStage.NotStarted).Zip(flow.At(ColumnStage.InProgress), (a, b) => a + b)
            ),
            WidgetMeasure.WorkInProgress => Course(Stages(boards, from), flow => flow.At(ColumnStage.InProgress)),
            WidgetMeasure.DoneInPeriod => Done(PerDay(boards, from, _today), PerDay(boards, before, from.AddDays(-1))),
            WidgetMeasure.MedianCycleDays => new NumberData(
                TimesOf(boards, settings.IsLeadTime, from, _today).Percentile(50),
                TimesOf(boards, settings.IsLeadTime, before, from.AddDays(-1)).Percentile(50),
                []
            ),
            WidgetMeasure.Overdue => Now(boards, (column, card) => WidgetCards.IsOverdue(column, card, now)),
            WidgetMeasure.Blocked => Now(boards, WidgetCards.IsBlocked),
            _ => new NumberData(null, null, []),
        };

        static NumberData Done(ImmutableArray<DayCount> days, ImmutableArray<DayCount> daysBefore) =>
            new(days.Sum(d => d.Count), daysBefore.Sum(d => d.Count), [.. days.Select(d => (double)d.Count)]);

        static NumberData Course(CumulativeFlow flow, Func<CumulativeFlow, IEnumerable<int>> of)
        {
            ImmutableArray<double> course = [.. of(flow).Select(count => (double)count)];
            return new NumberData(course[^1], course[0], course);
        }

        NumberData Now(IReadOnlyList<BoardNumbers> all, Func<ColumnSnapshot, CardSnapshot, bool> isIn) =>
            new(all.Sum(b => WidgetCards.On(b.Board, settings, now).Count(c => isIn(c.Column, c.Card))), null, []);
    }
}
