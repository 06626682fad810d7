using System.Collections.Frozen;

namespace LiveBoard.Core.Exchange.Trello;

/// <summary>
/// The names that Trello's exports of all years are known to use. Others are ignored as well, but listed in the
/// report: a file with them comes from somewhere else, or Trello has something new.
/// </summary>
internal static class TrelloKnown
{
    private static readonly FrozenDictionary<string, FrozenSet<string>> Names = new Dictionary<string, string>
    {
        [""] =
            "id nodeId name desc descData closed dateClosed idOrganization idEnterprise limits pinned starred url prefs "
            + "shortLink subscribed labelNames powerUps dateLastActivity dateLastView shortUrl idTags datePluginDisable "
            + "creationMethod ixUpdate templateGallery enterpriseOwned idBoardSource premiumFeatures idMemberCreator type "
            + "actions cards labels lists members checklists customFields memberships pluginData invited invitations",
        ["lists"] =
            "id nodeId name closed color idBoard pos subscribed softLimit type datasource creationMethod limits "
            + "idOrganization",
        ["cards"] =
            "id nodeId address badges checkItemStates closed coordinates creationMethod creationMethodError "
            + "creationMethodLoadingStartedAt dueComplete dateLastActivity desc descData due dueReminder email idBoard "
            + "idChecklists idLabels idList idMemberCreator idMembers idMembersVoted idOrganization idShort "
            + "idAttachmentCover labels limits locationName manualCoverAttachment name pinned pos shortLink shortUrl "
            + "start subscribed url cover isTemplate cardRole mirrorSourceId mirrorSourceNodeId attachments pluginData "
            + "customFieldItems stickers source recurrenceRule faviconUrl dateClosed dateCompleted agent membersVoted "
            + "actions checklists members staticMapUrl",
        ["labels"] = "id nodeId idBoard idOrganization name color uses limits",
        ["checklists"] = "id name idBoard idCard pos limits checkItems creationMethod",
        ["actions"] =
            "id idMemberCreator data appCreator type date limits memberCreator member display reactions organization",
    }.ToFrozenDictionary(pair => pair.Key, pair => pair.Value.Split(' ').ToFrozenSet());

    public static void Note(TrelloNode node, string kind, FidelityNotes notes)
    {
        var known = Names[kind];
        foreach (var name in node.Names)
        {
            if (!known.Contains(name))
            {
                notes.Add(FidelityCode.UnknownField, subject: $"{kind}.{Excerpt.Of(name)}".TrimStart('.'));
            }
        }
    }
}
