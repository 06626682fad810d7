using LiveBoard.Core.Boards;

namespace LiveBoard.Core.Exchange.Demo;

/// <summary>Cards of the main demo board that are not finished.</summary>
internal static class WinterTimetableOpen
{
    public static readonly IReadOnlyList<DemoCard> Inbox =
    [
        new("Passenger asks for luggage racks on line 3", "Passengers"),
        new("Gangway light flickers, Pier 7", "Piers", "EG"),
        new("School class of 40 wants to cross on a Tuesday", "Booking"),
        new("Kiosk at Market Quay runs out of paper rolls", "Supplier", "SH"),
        new("Can the app show which side the ramp is on?", "Accessibility"),
        new("Thank-you letter for the Corvus crew: hang it up", "Crew"),
        new("Bench missing at Pier 6", "Piers"),
        new("Two stops have the same name in the journey planner", "Timetable"),
        new("Ask the bakery about the 05:50 crossing"),
    ];

    public static readonly IReadOnlyList<DemoCard> Decisions =
    [
        new("Do we sell paper tickets next summer?", "Ticketing", "LB")
        {
            Due = 9,
            Said = [("MO", "Every tenth passenger still buys one, most of them at Eastholm.")],
        },
        new("Line 9 at night: one vessel or two in January", "Timetable", "TZ"),
        new("Free crossings on the first day of winter service", "Passengers, Ticketing", "CM"),
        new("Which piers stay staffed on 25 December", "Crew", "PR") { Due = 4 },
    ];

    public static readonly IReadOnlyList<DemoCard> Ready =
    [
        new(
            "Saturday and Sunday crossings swap on the last weekend: move departures 08:10 to 11:50 on line 3",
            "Timetable, Passengers",
            "JW"
        )
        {
            Due = 3,
            Steps = ["Planner", "Displays", "Printed tables", "Crew rota", "Kiosk notice"],
        },
        new("Bike places on the Alba are counted twice", "Booking", "NP")
        {
            Said = [("NP", "Once for the bike and once for its owner, when both are booked together.")],
        },
        new(
            "Announcements on the Alba, Brise and Corvus still name the old terminal in Portuguese and Polish: record "
                + "them again with the crew, load the files and check them before Monday 06:10",
            "Crew, Accessibility",
            "IC TZ"
        )
        {
            Steps = ["Book the studio", "Record", "Load on all three", "Listen on board"],
            Due = 5,
        },
        new("Print fare table, A3, all piers", "Piers", "EG") { Due = 1 },
        new("Ask harbour office for fog rules in writing") { Said = [("LB", "They promised it for this week.")] },
        new("School passes: accept last year’s photo until 15 January", "Ticketing", "PR"),
        new("Low season staffing for Eastholm kiosk", "Crew") { Due = 16 },
    ];

    public static readonly IReadOnlyList<DemoCard> InProgress =
    [
        new("Ticket machines at Pier 4 print last winter’s fares", "Ticketing, Urgent", "MO SH")
        {
            Due = -1,
            Cover = LabelColor.Brick,
            Said =
            [
                ("SH", "Machine 4b took the new table over night, 4a did not."),
                ("MO", "Then 4a stays out of order until it does. Passengers pay on board."),
                ("SH", "Sign is up."),
            ],
        },
        new("Delay notices reach passengers within a minute", "Passengers", "LB AT")
        {
            Due = 8,
            Text =
                "## What happens today\n\nThe harbour office phones the kiosk, the kiosk writes to us, and we type the "
                + "notice by hand. Last time that took **eleven minutes** from the call to the first display.\n\n"
                + "## What we want\n\n- One form in the harbour office, two taps\n- Displays, app and web show the "
                + "same words at the same moment\n- A notice ends by itself when the vessel leaves\n",
            Checklist = "Before we switch over",
            Steps =
            [
                "Agree the six texts with the harbour office",
                "Translate them into Portuguese, Polish and Danish",
                "Put the form on the tablet in the harbour office",
                "Measure call to display on all nine piers",
                "Tell the crews what the new tone means",
                "Show the kiosk staff",
                "Write down what to do when the line is dead",
                "Switch over",
            ],
            Ticked = 3,
            Said =
            [
                ("MO", "I stood at Pier 4 with a stopwatch. From the call to the display: **7 min 40 s**."),
                ("AT", "With the open connection the worst case was 3.1 s."),
            ],
            Links = [("Delay texts, agreed", "https://example.org/northquay/delay-texts.pdf")],
        },
        new("Low tide at Eastholm: publish the times when the ramp is too steep for wheelchairs", "Accessibility", "IC")
        {
            Due = 0,
            Steps = ["Tide table", "Agree the angle", "Show it in the planner", "Tell the kiosk"],
            Ticked = 2,
        },
        new("Crossing times in the app ignore the clock change", "Timetable", "TZ")
        {
            Said = [("TZ", "Only for tickets bought before the change.")],
        },
        new("Crew rota export for payroll", "Crew", "DO")
        {
            Text = "Waits for the new staff numbers. Payroll needs one file per month, `;` as separator.",
        },
        new("Turnstile firmware 4.2 on Pier 2", "Piers, Field", "JW")
        {
            Steps = ["Back up", "Left gate", "Right gate", "Watch one rush hour"],
            Ticked = 2,
        },
    ];

    public static readonly IReadOnlyList<DemoCard> FieldTest =
    [
        new("Tap on, tap off at Market Quay", "Field, Ticketing", "MO")
        {
            Due = 6,
            Said =
            [
                ("MO", "212 crossings on the first day, 3 forgot to tap off."),
                ("DO", "Those three got the lowest fare, as agreed."),
            ],
        },
        new("Open connection for displays on Pier 6", "Piers, Field", "AT")
        {
            Steps = ["Fog", "Rush hour"],
            Ticked = 1,
        },
        new("Tickets open without a network", "Booking", "NP")
        {
            Said = [("NP", "Tested on the Brise, behind the headland where nothing works.")],
        },
    ];

    public static readonly IReadOnlyList<DemoCard> InReview =
    [
        new("Terms of carriage, winter, plain language", "Passengers", "CM LB")
        {
            Due = -2,
            Said = [("CM", "Four pages less than last year. Legal still has to read paragraph 7.")],
            Links = [("Draft", "https://example.org/northquay/terms-winter")],
        },
        new("Fare zones on the line map", "Ticketing", "AT") { Due = 2 },
        new("Refund when a crossing is cancelled less than 30 minutes before departure", "Booking, Passengers", "PR")
        {
            Said = [("PR", "Paid back to the card, without asking for a form.")],
        },
        new("Lost property form asks for the vessel, not the line number", People: "SH"),
        new("Braille plates for handrails", "Accessibility, Supplier", "IC") { Due = 14 },
    ];

    public static readonly IReadOnlyList<DemoCard> ToPublish =
    [
        new("Timetable PDF, 4 languages", "Timetable", "TZ")
        {
            Due = 1,
            Steps = ["English", "Portuguese", "Polish", "Danish"],
            Ticked = 4,
        },
        new("Summer lines leave the journey planner", "Timetable", "JW"),
        new("Holiday crossings, 24 December to 1 January", "Timetable, Passengers", "CM"),
        new("New photos of the Corvus", People: "EG") { Cover = LabelColor.Sky },
    ];
}
