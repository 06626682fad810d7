using LiveBoard.Core.Access;
using LiveBoard.Core.Commands;
using LiveBoard.Core.Commands.Cards;
using LiveBoard.Core.Commands.Cells;
using LiveBoard.Core.Commands.Rows;
using LiveBoard.Core.Dashboards;
using LiveBoard.Core.Dashboards.Flow;
using LiveBoard.Core.Exchange;
using LiveBoard.Core.Exchange.Trello;
using LiveBoard.Core.Live;
using LiveBoard.Core.Live.History;
using LiveBoard.Core.Live.Texts;
using LiveBoard.Web.Components.Boards;
using LiveBoard.Web.Components.Boards.Grid;
using LiveBoard.Web.Components.Import;
using LiveBoard.Web.Components.Import.Rows;
using LiveBoard.Web.Markdown;

namespace LiveBoard.Web.Hosting;

/// <summary>Registers what keeps open boards live, and what draws them.</summary>
internal static class LiveExtensions
{
    public static IServiceCollection AddLiveBoards(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton<LiveBoardRegistry>();
        services.AddSingleton<HistoryReader>();
        services.AddSingleton<BoardHistoryRegistry>();
        services.AddSingleton<BoardPresence>();
        services.AddSingleton<CardTextAuthority>();
        services.AddSingleton<SettleCard>(p =>
            async (boardId, cardId, author) =>
            {
                var settle = new SettleCardText { BoardId = boardId, CardId = cardId };
                return (await p.GetRequiredService<BoardCommandHandler>().HandleAsync(settle, author)).IsDone;
            }
        );
        services.AddSingleton<AssignableReader>();
        services.AddSingleton<CellPeopleReader>();
        services.AddSingleton<NameableReader>();
        services.AddSingleton<DescriptionHistory>();
        services.AddSingleton<RemovedPartsReader>();
        services.AddSingleton<CardReader>();
        services.AddSingleton<ShelfReader>();
        services.AddSingleton<BoardAccessReader>();
        services.AddSingleton<MarkdownRenderer>();
        services.AddSingleton<TrelloReader>();
        services.AddSingleton<EarlierImports>();
        services.AddSingleton<ImportDrafts>();
        services.AddSingleton<RowDrafts>();
        services.AddSingleton<RowReviewer>();
        services.AddSingleton<BoardTables>();
        var zone = ZoneOf(configuration["LiveBoard:TimeZone"]);
        services.AddSingleton(zone);
        services.AddSingleton(new DueDates(zone));
        services.AddSingleton(new FlowCalendar(zone));
        services.AddSingleton<FlowReader>();
        services.AddSingleton<FlowCheckpoints>();
        services.AddSingleton<MetricCourseReader>();
        services.AddSingleton<NumbersRegistry>();
        services.AddSingleton<DashboardRegistry>();
        services.AddSingleton<DueClock>();
        services.AddSingleton<TileRenderer>();
        services.AddSingleton<GridRowRenderer>();
        services.AddHostedService<LiveBoardWatch>();
        services.AddHostedService<TextSettling>();
        services.AddScoped<IDemoSeeder, DemoSeeder>();
        return services;
    }

    /// <exception cref="TimeZoneNotFoundException">The setting names no time zone.</exception>
    private static TimeZoneInfo ZoneOf(string? id) =>
        string.IsNullOrWhiteSpace(id) ? TimeZoneInfo.Local : TimeZoneInfo.FindSystemTimeZoneById(id);
}
