namespace Pupitre.ProcessMap.Picture;

/// <summary>
/// The tracks on which lines run between boxes, so that no line crosses a box and no two lie on each other: gutters between columns,
/// channels between rows (channel routing: Hashimoto and Stevens, "Wire routing by optimizing channel assignment", 1971). Lines of one
/// process share a track.
/// </summary>
internal sealed class MapTracks
{
    private readonly Dictionary<(int Lane, int Net), (int First, int Last)> _spans = [];
    private readonly Dictionary<(int Lane, int Net), int> _tracks = [];
    private readonly Dictionary<int, int> _counts = [];

    /// <summary>Says that a line of a net runs in a lane from one place to another.</summary>
    public void Run(int lane, int net, int from, int to)
    {
        var (first, last) = (Math.Min(from, to), Math.Max(from, to));
        _spans[(lane, net)] = _spans.TryGetValue((lane, net), out var span)
            ? (Math.Min(span.First, first), Math.Max(span.Last, last))
            : (first, last);
    }

    /// <summary>Gives each run the first track of its lane that is free all along.</summary>
    public void Assign()
    {
        foreach (var lane in _spans.GroupBy(span => span.Key.Lane))
        {
            var ends = new List<int>();
            foreach (var (key, span) in lane.OrderBy(run => run.Value.First).ThenBy(run => run.Value.Last).ThenBy(run => run.Key.Net))
            {
                var track = ends.FindIndex(end => end < span.First);
                if (track < 0)
                {
                    track = ends.Count;
                    ends.Add(span.Last);
                }

                ends[track] = span.Last;
                _tracks[key] = track;
            }

            _counts[lane.Key] = ends.Count;
        }
    }

    public int TrackOf(int lane, int net) => _tracks[(lane, net)];

    /// <summary>Tracks of a lane.</summary>
    public int CountOf(int lane) => _counts.GetValueOrDefault(lane);
}
