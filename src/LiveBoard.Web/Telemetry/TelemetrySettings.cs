namespace LiveBoard.Web.Telemetry;

/// <summary>Who may read what the product measures, from <c>LiveBoard:Telemetry</c>; without a word there, nobody.</summary>
internal sealed class TelemetrySettings
{
    public const string Section = "LiveBoard:Telemetry";

    /// <summary>The standard's own setting: where measurements and traces are sent to.</summary>
    public const string OtlpEndpoint = "OTEL_EXPORTER_OTLP_ENDPOINT";

    /// <summary>Shortest <see cref="PrometheusToken"/>: what guesses get at is the whole instance's numbers.</summary>
    public const int MinTokenLength = 24;

    /// <summary>With this bearer token <c>/metrics</c> may be read; empty, and there is no such address.</summary>
    public string PrometheusToken { get; init; } = "";
}
