using LiveBoard.Core.Boards;
using static LiveBoard.Core.Boards.ColumnStage;

namespace LiveBoard.Core.Exchange.Demo;

/// <summary>The third demo board: a vessel in the yard.</summary>
internal static class AlbaRefit
{
    public static readonly DemoBoard Board = new(
        "Alba refit",
        "The Alba is in the yard for three weeks in January. Back in service for the half-term holidays.",
        [
            ("Engine", LabelColor.Brick),
            ("Deck", LabelColor.Leaf),
            ("Saloon", LabelColor.Plum),
            ("Bridge", LabelColor.Ink),
            ("Papers", LabelColor.Stone),
        ],
        [
            new(
                "Ideas",
                NotStarted,
                [
                    new("Hooks for prams beside the stairs", "Saloon"),
                    new("Quiet corner without displays", "Saloon", "CM"),
                    new("Solar cells on the bridge roof", "Bridge"),
                ]
            ),
            new(
                "Before the yard",
                NotStarted,
                [
                    new("Choose the carpet, samples are in the office", "Saloon", "CM") { Due = 6 },
                    new("Order the shaft seals", "Engine", "JW")
                    {
                        Due = -4,
                        Said = [("JW", "The supplier wants six weeks. We have five.")],
                    },
                    new("Replacement vessel for three weeks", "Papers", "LB") { Due = 1 },
                    new("Measure the ramp hinges", "Deck", "EG") { Due = 0 },
                    new("Tell the passengers of line 3", "Papers", "IC"),
                ]
            ),
            new(
                "In the yard",
                InProgress,
                [
                    new("Drawings for the wheelchair places", "Saloon", "IC")
                    {
                        Steps = ["First draft", "Sit in it", "Class approval"],
                        Ticked = 1,
                    },
                    new("Offer of the yard, second round", "Papers", "LB") { Due = 3 },
                ]
            )
            {
                Limit = 3,
            },
            new("Sea trial", InProgress, []) { IsDetour = true },
            new(
                "Done",
                Done,
                [
                    new("Yard booked", "Papers", "LB"),
                    new("Survey of the hull", "Deck", "EG")
                    {
                        Said = [("EG", "Better than we thought. Two plates instead of five.")],
                    },
                    new("Radar chosen", "Bridge", "TZ"),
                    new("List of everything that squeaks", "Saloon", "CM"),
                ]
            )
            {
                Archived =
                [
                    new("Budget agreed", "Papers", "LB"),
                    new("Three yards asked", "Papers", "LB"),
                    new("Engine hours read", "Engine", "JW"),
                    new("Crew asked what they want", "Bridge", "DO"),
                ],
            },
        ]
    );
}
