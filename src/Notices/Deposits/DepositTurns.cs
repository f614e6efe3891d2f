using System.Collections.Concurrent;
using Pupitre.Kernel;

namespace Pupitre.Notices.Deposits;

/// <summary>How many sendings by one link are under way in this program: nobody holds all its lines.</summary>
internal sealed class DepositTurns
{
    /// <summary>Sendings of one link at once.</summary>
    public const int MaxAtOnce = 2;

    private readonly ConcurrentDictionary<Guid, int> _underWay = new();

    /// <returns>To be disposed of when the sending is over.</returns>
    /// <exception cref="Refused">As many are under way as may be.</exception>
    public IDisposable Take(Guid link)
    {
        if (_underWay.AddOrUpdate(link, 1, (_, count) => count + 1) > MaxAtOnce)
        {
            Leave(link);
            throw new Refused(Texts.Deposit_Busy.With(MaxAtOnce));
        }

        return new Turn(this, link);
    }

    private void Leave(Guid link)
    {
        if (_underWay.AddOrUpdate(link, 0, (_, count) => count - 1) == 0)
        {
            _underWay.TryRemove(new KeyValuePair<Guid, int>(link, 0));
        }
    }

    private sealed class Turn(DepositTurns all, Guid link) : IDisposable
    {
        public void Dispose() => all.Leave(link);
    }
}
