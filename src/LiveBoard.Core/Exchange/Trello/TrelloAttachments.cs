using LiveBoard.Core.Boards;
using LiveBoard.Core.Commands;
using LiveBoard.Core.Commands.Plans;

namespace LiveBoard.Core.Exchange.Trello;

/// <summary>Attachments become links. Nothing is ever fetched: neither what they point to nor whether it is there.</summary>
internal sealed class TrelloAttachments(TrelloContext context, TrelloPeople people)
{
    public IReadOnlyList<AttachmentPlan> OfCard(TrelloNode card, DateTime cardCreatedAt) =>
        [.. card.Objects("attachments").Select(attachment => Read(attachment, cardCreatedAt))];

    private AttachmentPlan Read(TrelloNode attachment, DateTime cardCreatedAt)
    {
        var url = attachment.Text("url")?.Trim() ?? "";
        // A pasted link is named after its address, which may be longer than a name can be.
        var isUnnamed = url.Length > 0 && attachment.Text("name")?.Trim() == url;
        var name = isUnnamed ? "" : attachment.OptionalLine("name", Attachment.MaxNameLength);
        var createdAt = attachment.Date("date") ?? cardCreatedAt;
        var addedBy = people.Of(attachment.Id("idMember"));
        if (
            LinkRules.IsSafe(url)
            && TextRules.Line(url, Attachment.MaxUrlLength, "attachment", out var link) is null
            && LinkRules.IsSafe(link)
        )
        {
            context.Notes.Add(FidelityCode.UploadStaysLink, attachment.Flag("isUpload") ? 1 : 0);
            return new AttachmentPlan(name.Length > 0 ? name : Shown(link), link, createdAt, addedBy);
        }

        return new AttachmentPlan(AsText(name, url), Url: null, createdAt, addedBy);
    }

    private static string Shown(string link) => link.Length <= Attachment.MaxNameLength ? link : new Uri(link).Host;

    /// <summary>The name and, as far as there is room, the address that must not become a link.</summary>
    private string AsText(string name, string url)
    {
        var text = $"{name} {url}".Trim();
        if (TextRules.Line(text, Attachment.MaxNameLength, "attachment", out var line) is null)
        {
            context.Notes.Add(FidelityCode.LinkKeptAsText);
            return line;
        }

        context.Notes.Add(FidelityCode.LinkDropped);
        return name.Length > 0 ? name
            : LinkRules.IsSafe(url) ? new Uri(url).Host
            : "–";
    }
}
