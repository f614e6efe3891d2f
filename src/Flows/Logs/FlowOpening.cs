namespace Pupitre.Flows.Logs;

/// <summary>A large log that is being opened aside from the page that asked for it.</summary>
/// <param name="CompanyId">Whose it is.</param>
/// <param name="Total">Events to be read, about.</param>
public sealed record FlowOpening(Guid CompanyId, long Total)
{
    /// <summary>Reading takes about so much of the whole; the rest is bringing the events into order.</summary>
    private const double ShareOfReading = 0.75;

    private long _read;

    public Guid Id { get; } = Guid.CreateVersion7();

    /// <summary>Events read so far.</summary>
    public long Read => Math.Min(Interlocked.Read(ref _read), Total);

    public double Share => Total == 0 ? 0 : ShareOfReading * Read / Total;

    /// <summary>Done when the log is open.</summary>
    internal Task<FlowLog> Work { get; set; } = null!;

    internal void Add(int events) => Interlocked.Add(ref _read, events);
}
