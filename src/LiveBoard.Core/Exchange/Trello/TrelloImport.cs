using LiveBoard.Core.Commands.Plans;

namespace LiveBoard.Core.Exchange.Trello;

/// <summary>A Trello board that has been read and found good: what would be imported, and what would be lost.</summary>
/// <param name="Plan">The board to make, with everyone as a placeholder until mapped.</param>
/// <param name="Members">People of the export, for mapping; the ids are Trello's member ids.</param>
/// <param name="Report">What is carried and what is not.</param>
public sealed record TrelloImport(BoardPlan Plan, IReadOnlyList<TrelloMember> Members, FidelityReport Report)
{
    /// <summary>The same import with people mapped to accounts; those who are not named, or to null, stay placeholders.</summary>
    /// <param name="accounts">Account by Trello member id.</param>
    public TrelloImport WithMembers(IReadOnlyDictionary<string, Guid?> accounts) =>
        this with
        {
            Plan = Plan with
            {
                People = [.. Plan.People.Select(p => p with { AccountId = accounts.GetValueOrDefault(p.Id) })],
            },
        };
}

/// <summary>A person of a Trello export. E-mail addresses are not read: a file is no invitation.</summary>
/// <param name="Id">Trello's member id.</param>
/// <param name="Name">Full name, or user name where there is none.</param>
/// <param name="UserName">Trello user name; null when unknown.</param>
/// <param name="Cards">Number of cards assigned to them.</param>
/// <param name="IsMember">True when they were on the board at the time of the export; false for authors of old actions.</param>
public sealed record TrelloMember(string Id, string Name, string? UserName, int Cards, bool IsMember);

/// <summary>What became of reading a file.</summary>
/// <param name="Import">The import; null when anything is wrong with the file.</param>
/// <param name="Problems">What is wrong, the first hundred.</param>
/// <param name="ProblemCount">How many things are wrong in all.</param>
public sealed record TrelloReading(TrelloImport? Import, IReadOnlyList<ImportProblem> Problems, int ProblemCount);
