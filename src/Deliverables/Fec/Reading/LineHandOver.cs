using System.Collections.Concurrent;
using System.Runtime.ExceptionServices;

namespace Pupitre.Deliverables.Fec;

/// <summary>
/// Hands batches from the reader over to the sink, in their order. From the second batch on the sink works on a thread of its own, so that cutting lines
/// and following them take two processors; a small file never needs it.
/// </summary>
internal sealed class LineHandOver(IFecSink sink, int batchBytes) : IDisposable
{
    private const int Batches = 6;

    private readonly BlockingCollection<LineBatch> _full = new(Batches);
    private readonly BlockingCollection<LineBatch> _free = new(Batches);
    private Thread? _thread;
    private int _made;
    private ExceptionDispatchInfo? _failure;

    /// <summary>A batch to fill; waits for the sink when it is behind.</summary>
    public LineBatch Take()
    {
        Volatile.Read(ref _failure)?.Throw();
        if (_made == Batches || _free.Count > 0)
        {
            return _free.Take();
        }

        _made++;
        return new(batchBytes);
    }

    public void Give(LineBatch batch)
    {
        if (_thread is null)
        {
            _thread = new(Work) { IsBackground = true, Name = "FEC rules" };
            _thread.Start();
        }

        _full.Add(batch);
    }

    /// <summary>Gives the last batch and waits until the sink has seen everything.</summary>
    public void End(LineBatch last)
    {
        if (_thread is null)
        {
            last.Tell(sink);
            return;
        }

        _full.Add(last);
        Stop();
        _failure?.Throw();
    }

    public void Dispose()
    {
        Stop();
        _full.Dispose();
        _free.Dispose();
    }

    private void Stop()
    {
        if (!_full.IsAddingCompleted)
        {
            _full.CompleteAdding();
        }

        _thread?.Join();
    }

    private void Work()
    {
        foreach (var batch in _full.GetConsumingEnumerable())
        {
            try
            {
                if (_failure is null)
                {
                    batch.Tell(sink);
                }
            }
            catch (Exception problem)
            {
                // It is thrown again where the file is read; until then batches must go on being taken.
                Volatile.Write(ref _failure, ExceptionDispatchInfo.Capture(problem));
            }

            batch.Clear();
            _free.Add(batch);
        }
    }
}
