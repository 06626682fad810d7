using LiveBoard.Core.Commands.Plans;

namespace LiveBoard.Core.Exchange.Demo;

/// <summary>The people of the ferry company, by their initials, each with a colour of their own.</summary>
internal static class DemoPeople
{
    public static readonly IReadOnlyList<PersonPlan> All =
    [
        new("IC", "Inês Carvalho", Color: 1),
        new("MO", "Mara Okafor", Color: 2),
        new("SH", "Samir Haddad", Color: 3),
        new("NP", "Noa Peretz", Color: 4),
        new("TZ", "Tomasz Zieliński", Color: 5),
        new("LB", "Liv Bergström", Color: 6),
        new("JW", "Jonas Weber", Color: 7),
        new("DO", "Daniel Osei", Color: 8),
        new("AT", "Aiko Tanaka", Color: 9),
        new("PR", "Priya Raman", Color: 10),
        new("EG", "Eoin Gallagher", Color: 11),
        new("CM", "Chloé Martin", Color: 12),
    ];
}
