using LiveBoard.Core.Access;
using LiveBoard.Core.Boards;
using LiveBoard.Core.Commands;
using LiveBoard.Core.Commands.Attachments;
using LiveBoard.Core.Data;
using LiveBoard.Web.Files;
using LiveBoard.Web.Identity;

namespace LiveBoard.Web.Endpoints;

/// <summary>Takes one file for a card: looks whether it may come, stores it, and then issues the command.</summary>
internal sealed class FileUploads(
    AccessService access,
    RefusalLog refusals,
    BoardCommandHandler commands,
    FileStore store,
    PreviewMaker previews,
    FileQuotas quotas
)
{
    /// <returns>Why it was not taken, or null.</returns>
    public async Task<Rejection?> TakeAsync(HttpContext http, Guid boardId, Guid cardId)
    {
        var actor = http.User.GetActor();
        // Before a byte of it is read: the command asks again, and only what it says counts.
        var role = await access.GetBoardRoleAsync(actor, boardId, http.RequestAborted);
        if (role < BoardRole.Editor)
        {
            await refusals.NoteAsync(AuditKind.AccessRefused, actor.PersonId, boardId, nameof(AddFile));
            return new Rejection(role == BoardRole.None ? RejectionCode.BoardNotFound : RejectionCode.NotAllowed);
        }

        if (await MultipartFile.FindAsync(http.Request, http.RequestAborted) is not { } sent)
        {
            return new Rejection(RejectionCode.ValueInvalid, "file");
        }

        var file = await store.SaveAsync(sent.Content, quotas.File, http.RequestAborted);
        return file is null
            ? quotas.TooLarge
            : await AttachAsync(
                new AddFile
                {
                    BoardId = boardId,
                    CardId = cardId,
                    FileId = file.Id,
                    Name = FileNames.Of(sent.Name),
                    Size = file.Size,
                    MediaType = file.Kind.MediaType,
                },
                file,
                actor,
                http.RequestAborted
            );
    }

    private async Task<Rejection?> AttachAsync(
        AddFile wish,
        StoredFile file,
        Actor actor,
        CancellationToken cancellationToken
    )
    {
        var isAttached = false;
        try
        {
            var picture = await previews.MakeAsync(file, cancellationToken);
            wish = wish with { Width = picture?.Width, Height = picture?.Height };
            var result = await commands.HandleAsync(wish, actor, cancellationToken);
            isAttached = result.Rejection is null;
            return result.Rejection;
        }
        finally
        {
            if (!isAttached)
            {
                store.Delete(file.Id);
            }
        }
    }
}
