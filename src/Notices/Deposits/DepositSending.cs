using System.Security.Claims;
using Pupitre.Intake.Files;

namespace Pupitre.Notices.Deposits;

/// <summary>One sending by a link, while it comes in: the link is asked when its first file comes, before anything is kept.</summary>
internal sealed class DepositSending(
    Dictionary<string, string> fields, ClaimsPrincipal visitor, EnterDeposit enter, DepositTurns turns) : IAsyncDisposable
{
    private DepositDoor? _door;
    private TakeDeposit? _take;
    private IDisposable? _turn;

    /// <summary>Files that were received.</summary>
    public int Count => _take?.Count ?? 0;

    public Guid Id => _take!.Id;

    /// <summary>Whether the link opens; true as well while nothing has come that asked it.</summary>
    public bool IsOpen => _door?.Found is not null || _door is null;

    public async Task AddAsync(StreamedFile file, CancellationToken token)
    {
        _door ??= await enter.RunAsync(fields.GetValueOrDefault("token"), visitor, token);
        if (_door.Found is not { } place)
        {
            return;
        }

        if (_take is null)
        {
            _turn = turns.Take(place.Link.Id);
            var take = _door.Get<TakeDeposit>();
            await take.BeginAsync(place, fields.GetValueOrDefault("word"), fields.GetValueOrDefault("cell"), token);
            _take = take;
        }

        await _take.AddAsync(file, token);
    }

    public Task EndAsync() => _take?.EndAsync() ?? Task.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        _turn?.Dispose();
        if (_door is not null)
        {
            await _door.DisposeAsync();
        }
    }
}
