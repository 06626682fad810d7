namespace LiveBoard.Core.Exchange.Demo;

/// <summary>Cards of the main demo board that are finished, newest first.</summary>
internal static class WinterTimetableDone
{
    public static readonly IReadOnlyList<DemoCard> Published =
    [
        new("Night line 9 runs until 01:40 on Fridays", "Timetable", "TZ") { Due = -5 },
        new("Group tickets from 8 people", "Ticketing", "MO") { Due = -6 },
        new("Stairs at Pier 6 closed: notice and detour", "Piers", "EG") { Due = -7 },
        new("Dogs ride free", "Passengers", "CM")
        {
            Said = [("CM", "Most liked notice of the year."), ("LB", "The cats have written to us.")],
        },
        new("Customs House: new opening hours on all signs", "Piers", "SH"),
        new("Monthly pass can be paused", "Ticketing", "PR"),
        new("Vessel names read out in the app", "Accessibility", "IC"),
        new("Wind above 9: which lines stop first", "Passengers", "LB"),
        new("Crew phone numbers on the bridge cards", "Crew", "DO"),
        new("Bookings show the pier, not its number", "Booking", "NP"),
        new("Autumn holiday crossings", "Timetable", "JW"),
        new("Display test on Pier 9, Airport", "Piers, Field", "AT"),
    ];

    public static readonly IReadOnlyList<DemoCard> Archived =
    [
        new("Old pier map comes down", "Piers", "EG"),
        new("Last summer crossing: notice", "Timetable", "JW"),
        new("Return tickets valid for 90 days", "Ticketing", "MO"),
        new("Check all signs after dark, Piers 1 to 5", "Piers", "SH"),
        new("Check all signs after dark, Piers 6 to 9", "Piers", "SH"),
        new("Life jackets: instructions in Danish", "Crew", "IC"),
        new("Planner offers the bus when a line stops", "Passengers", "AT"),
        new("Kiosk tablets on the new network", "Field", "DO"),
        new("Wheelchair places bookable by phone", "Accessibility", "IC"),
        new("Season pass photos may be selfies", "Ticketing", "PR"),
        new("Fishmarket: queue tape for Saturdays", "Piers", "EG"),
        new("Names on the crew rota, not numbers", "Crew", "DO"),
        new("Refunds without a bank form", "Booking", "PR"),
        new("Line 5 stops at Old Yard again", "Timetable", "TZ"),
        new("One price list for kiosk and app", "Ticketing", "MO"),
        new("Fog: how we say it on displays", "Passengers", "LB"),
        new("Lighthouse pier lamp replaced", "Piers", "EG"),
        new("Booking mail in plain text as well", "Booking", "NP"),
        new("Text size of the timetable, A1", "Accessibility", "CM"),
        new("Draft of the winter timetable", "Timetable", "TZ"),
    ];
}
