using LiveBoard.Core.Access;

namespace LiveBoard.Web.Hosting;

/// <summary>Fills a new workspace with believable boards, so that a newcomer sees the product alive. Optional.</summary>
internal interface IDemoSeeder
{
    /// <summary>Fills the workspace by commands, on behalf of its owner.</summary>
    Task SeedAsync(Guid workspaceId, Actor owner, CancellationToken cancellationToken);
}
