using LiveBoard.Core.Boards;
using static LiveBoard.Core.Boards.ColumnStage;

namespace LiveBoard.Core.Exchange.Demo;

/// <summary>The second demo board: repairs and software of the ticket machines.</summary>
internal static class TicketMachines
{
    public static readonly DemoBoard Board = new(
        "Ticket machines",
        "Fourteen machines on nine piers: repairs, software, paper.",
        [
            ("Hardware", LabelColor.Clay),
            ("Software", LabelColor.Ink),
            ("Paper and cash", LabelColor.Straw),
            ("Vandalism", LabelColor.Brick),
            ("Supplier", LabelColor.Stone),
        ],
        [
            new(
                "Reported",
                NotStarted,
                [
                    new("Pier 3: coin slot jams when it is cold", "Hardware"),
                    new("Pier 8: screen too dark in the morning", "Hardware", "EG"),
                    new("Pier 1: receipt without a date", "Software"),
                    new("Pier 5: sticker over the card reader", "Vandalism"),
                ]
            ),
            new(
                "Planned",
                NotStarted,
                [
                    new("Order 200 paper rolls", "Paper and cash", "SH") { Due = 2 },
                    new("Contactless reader for Pier 7", "Hardware, Supplier", "JW") { Due = 20 },
                    new("Danish texts for the fare screen", "Software", "IC"),
                    new("Ask the supplier for the spare door keys", "Supplier", "SH") { Due = -3 },
                ]
            )
            {
                Limit = 6,
            },
            new(
                "On site",
                InProgress,
                [
                    new("Pier 4: fares of last winter", "Software", "MO SH")
                    {
                        Due = 0,
                        Said = [("SH", "4b is right, 4a is off.")],
                        Steps = ["Load table", "Restart 4a", "Restart 4b", "Buy one of each ticket"],
                        Ticked = 3,
                    },
                    new("Pier 2: card reader loses its connection", "Hardware", "DO"),
                    new("Pier 9: replace the broken glass", "Vandalism", "EG") { Due = 1 },
                ]
            )
            {
                Limit = 2,
            },
            new(
                "At the supplier",
                InProgress,
                [new("Main board of machine 6a", "Hardware, Supplier", "JW") { Due = 11 }]
            )
            {
                IsDetour = true,
            },
            new(
                "Works again",
                Done,
                [
                    new("Pier 6: change drawer refilled every other day", "Paper and cash", "SH"),
                    new("Pier 1: new lock", "Hardware", "EG"),
                    new("Software 7.3 on all machines", "Software", "DO")
                    {
                        Said = [("DO", "Eleven of fourteen without a visit.")],
                    },
                    new("Pier 5: graffiti removed", "Vandalism", "EG"),
                    new("Pier 2: printer cleaned", "Paper and cash", "SH"),
                ]
            )
            {
                Archived =
                [
                    new("Pier 7: stuck door", "Hardware", "EG"),
                    new("Fonts for Polish names", "Software", "TZ"),
                    new("Pier 4: paper sensor", "Paper and cash", "SH"),
                    new("Pier 9: moved out of the rain", "Hardware", "JW"),
                    new("Receipts by mail", "Software", "DO"),
                    new("Pier 8: coin box full by noon", "Paper and cash", "SH"),
                ],
            },
        ]
    );
}
