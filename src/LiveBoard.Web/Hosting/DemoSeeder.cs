using LiveBoard.Core.Access;
using LiveBoard.Core.Commands;
using LiveBoard.Core.Commands.Boards;
using LiveBoard.Core.Exchange;

namespace LiveBoard.Web.Hosting;

/// <summary>Makes the demo boards as any import does: by commands, each board in one commit.</summary>
internal sealed class DemoSeeder(BoardCommandHandler handler, TimeProvider time) : IDemoSeeder
{
    /// <exception cref="InvalidOperationException">A demo board was refused; the generator and the rules disagree.</exception>
    public async Task SeedAsync(Guid workspaceId, Actor owner, CancellationToken cancellationToken)
    {
        foreach (var plan in DemoWorkspace.Create(time.GetUtcNow().UtcDateTime))
        {
            var command = new ImportBoard
            {
                BoardId = Guid.CreateVersion7(),
                WorkspaceId = workspaceId,
                Plan = plan,
            };
            var result = await handler.HandleAsync(command, owner, cancellationToken);
            if (result.Rejection is { } rejection)
            {
                throw new InvalidOperationException($"The demo board {plan.Name} was refused: {rejection}");
            }
        }
    }
}
