using LiveBoard.Core.Access;
using LiveBoard.Core.Access.Metrics;
using LiveBoard.Core.Boards;
using LiveBoard.Core.Events;
using LiveBoard.Web.Components.Layout;
using LiveBoard.Web.Components.Shared;
using LiveBoard.Web.Texts;
using Microsoft.AspNetCore.Components;
using MudBlazor;

namespace LiveBoard.Web.Components.Pages.Numbers;

/// <summary>The numbers of a workspace: series with their latest values, points to type in, tokens for programs. Live.</summary>
public sealed partial class NumbersPage
{
    private const int PartSize = 50;

    private MetricBook? _book;
    private IReadOnlyList<ApiTokenListing> _tokens = [];
    private MetricPointPage? _points;
    private Guid? _openId;
    private int _count = PartSize;
    private string? _refused;
    private bool _isRead;
    private Guid _readId;

    [Parameter]
    public Guid WorkspaceId { get; set; }

    [Inject]
    private MetricService Metrics { get; set; } = null!;

    [Inject]
    private ApiTokenService Tokens { get; set; } = null!;

    [Inject]
    private OverlayHost Overlays { get; set; } = null!;

    private bool IsOwner => _book?.Role == WorkspaceRole.Owner;

    /// <inheritdoc />
    protected override void OnParametersSet()
    {
        if (_isRead && _readId != WorkspaceId)
        {
            (_book, _isRead, _openId, _points, _refused) = (null, false, null, null, null);
            ReadAgain();
        }
    }

    /// <inheritdoc />
    protected override async Task ReadAsync()
    {
        var id = WorkspaceId;
        _book = await Metrics.ListAsync(Actor, id, Closing);
        _tokens = IsOwner ? await Tokens.ListAsync(Actor, id, Closing) : [];
        await ReadPointsAsync();
        (_isRead, _readId) = (true, id);
    }

    /// <inheritdoc />
    protected override bool IsConcerned(DirectoryEvent change) =>
        change switch
        {
            AccessChanged access => access.PersonId is null || access.PersonId == Actor.PersonId,
            MetricsChanged metrics => metrics.WorkspaceId == WorkspaceId,
            ApiTokensChanged tokens => tokens.WorkspaceId == WorkspaceId,
            WorkspaceChanged workspace => workspace.WorkspaceId == WorkspaceId,
            // Somebody who typed a value in or made a token, as far as the page knows.
            PersonChanged => true,
            _ => false,
        };

    private async Task ReadPointsAsync()
    {
        if (_openId is not { } id)
        {
            _points = null;
            return;
        }

        var points = await Metrics.ReadPointsAsync(Actor, id, _count, Closing);
        // The viewer may have opened another series meanwhile.
        if (id == _openId)
        {
            _points = points;
        }
    }

    private Task ToggleAsync(MetricListing series)
    {
        (_openId, _count, _points) = (_openId == series.Id ? null : series.Id, PartSize, null);
        return ReadPointsAsync();
    }

    private Task ShowMoreAsync()
    {
        _count += PartSize;
        return ReadPointsAsync();
    }

    private Task AddAsync() => ShowSeriesAsync(NumberTexts.NewSeries, series: null);

    private Task ChangeAsync(MetricListing series) => ShowSeriesAsync(NumberTexts.ChangeName.With(series.Name), series);

    private Task ShowSeriesAsync(string title, MetricListing? series) =>
        Overlays.ShowAsync<SeriesDialog>(
            title,
            new DialogParameters<SeriesDialog>
            {
                { d => d.Actor, Actor },
                { d => d.WorkspaceId, WorkspaceId },
                { d => d.Series, series },
            },
            DialogKinds.Form
        );

    private async Task RemoveAsync(MetricListing series)
    {
        var isSure = await Overlays.AskAsync(
            NumberTexts.RemoveTitle.With(series.Name),
            NumberTexts.RemoveText,
            NumberTexts.Remove,
            NumberTexts.KeepSeries
        );
        if (isSure)
        {
            Show(await Metrics.RemoveSeriesAsync(Actor, series.Id, Closing));
        }
    }

    private Task MakeTokenAsync() =>
        Overlays.ShowAsync<TokenDialog>(
            NumberTexts.NewToken,
            new DialogParameters<TokenDialog>
            {
                { d => d.Actor, Actor },
                { d => d.WorkspaceId, WorkspaceId },
                { d => d.ExampleKey, _book is { Series: [var first, ..] } ? first.Key : null },
            },
            DialogKinds.Form
        );

    private async Task RevokeAsync(ApiTokenListing token)
    {
        var isSure = await Overlays.AskAsync(
            NumberTexts.RevokeTitle.With(token.Name),
            NumberTexts.RevokeText,
            NumberTexts.Revoke,
            NumberTexts.KeepToken
        );
        if (isSure)
        {
            Show(await Tokens.RevokeAsync(Actor, token.Id, Closing));
        }
    }

    private void Show(DirectoryResult result) =>
        _refused = result.Refusal is { } refusal ? RefusalWords.Of(refusal) : null;
}
