namespace Pupitre.Platform.Data;

/// <summary>
/// Lets the parts of one page read one after the other. Blazor starts parts that stand side by side at once, and they share the
/// request's database context, which answers one question at a time.
/// </summary>
public sealed class ReadingTurn : IDisposable
{
    private readonly SemaphoreSlim _turn = new(1);

    /// <summary>Waits for the part that reads now; the next one begins when what is returned is disposed of.</summary>
    public async Task<IDisposable> TakeAsync()
    {
        await _turn.WaitAsync();
        return new Taken(_turn);
    }

    public void Dispose() => _turn.Dispose();

    private sealed class Taken(SemaphoreSlim turn) : IDisposable
    {
        public void Dispose() => turn.Release();
    }
}
