namespace LiveBoard.Core.Exchange;

/// <summary>What an import carries over, and what it cannot carry. The same whether the import is carried out or not.</summary>
/// <param name="Counts">What is carried.</param>
/// <param name="Notes">What is not, or not as it was, with the reason; in the order of <see cref="FidelityCode"/>.</param>
public sealed record FidelityReport(FidelityCounts Counts, IReadOnlyList<FidelityNote> Notes);

/// <summary>How much an import carries.</summary>
/// <param name="Columns">Columns, archived ones included.</param>
/// <param name="ArchivedColumns">Those of them that are archived.</param>
/// <param name="Cards">Cards, archived ones included.</param>
/// <param name="ArchivedCards">Those of them that are archived themselves.</param>
/// <param name="Labels">Labels.</param>
/// <param name="Checklists">Checklists.</param>
/// <param name="ChecklistItems">Their items.</param>
/// <param name="Comments">Comments.</param>
/// <param name="Attachments">Attachments, as links or as text.</param>
/// <param name="CustomFields">Custom fields.</param>
/// <param name="CustomFieldValues">Their values on cards.</param>
/// <param name="People">People to be mapped to accounts or kept as placeholders.</param>
/// <param name="HistoryEntries">Entries of history.</param>
public sealed record FidelityCounts(
    int Columns,
    int ArchivedColumns,
    int Cards,
    int ArchivedCards,
    int Labels,
    int Checklists,
    int ChecklistItems,
    int Comments,
    int Attachments,
    int CustomFields,
    int CustomFieldValues,
    int People,
    int HistoryEntries
);

/// <summary>Something that an import does not carry, or not as it was.</summary>
/// <param name="Code">What, and why.</param>
/// <param name="Count">How many.</param>
/// <param name="Subject">Which (an action type, a field name), where the code asks for it.</param>
public sealed record FidelityNote(FidelityCode Code, int Count, string? Subject = null);
