using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Pupitre.Kernel;
using Pupitre.Kernel.Commitments;
using Pupitre.Kernel.Hashing;

namespace Pupitre.ClosedMonths.Statements;

/// <summary>
/// Checks a statement without anything but the file: its form, its hash, the texts that are left, the statement that it follows; and
/// computes every outcome and total again from the events that it carries. Linear in the size of the file, and pure.
/// </summary>
public static class VerifyStatement
{
    /// <summary>More differences than anybody reads.</summary>
    public const int MostDifferences = 100;

    private const string Root = "/statement";

    /// <param name="bytes">The file.</param>
    /// <param name="givenHash">The hash that somebody was told, or null.</param>
    /// <param name="previous">The file that it should follow, or null.</param>
    /// <exception cref="Refused">One of the files cannot be read: it is no statement, is cut off, or was written by a newer
    /// program.</exception>
    public static StatementVerdict Run(ReadOnlyMemory<byte> bytes, string? givenHash = null, ReadOnlyMemory<byte>? previous = null)
    {
        var file = StatementFile.Read(bytes);
        var before = previous is { } other ? StatementFile.Read(other) : null;
        using var document = JsonDocument.Parse(file.Hashed);
        RefuseNewer(document.RootElement);
        var differences = new List<StatementDifference>();
        var hash = Sha256Hex.Of(file.Hashed.Span);
        Compare(DifferenceKind.Hash, "/hash", file.Hash, hash, differences);
        if (givenHash is not null)
        {
            Compare(DifferenceKind.GivenHash, "/hash", hash, givenHash.Trim().ToLowerInvariant(), differences);
        }

        var erased = ImmutableArray<string>.Empty;
        var known = differences.Count;
        if (Recompute(file, document.RootElement, differences) is var (statement, results))
        {
            erased = CheckClear(file, statement, differences);
            CheckPrevious(before, statement, results, differences);
        }

        var isRecomputed = !differences.Skip(known)
            .Any(difference => difference.Kind is DifferenceKind.Shape or DifferenceKind.Recomputed or DifferenceKind.Form);
        return new(hash, isRecomputed, [.. differences.Take(MostDifferences)], erased);
    }

    /// <summary>The statement that a file holds, with its results computed anew.</summary>
    /// <exception cref="Refused">It is none that can be computed.</exception>
    public static (Statement Statement, StatementResults Results) Open(StatementFile file)
    {
        using var document = JsonDocument.Parse(file.Hashed);
        RefuseNewer(document.RootElement);
        var statement = ReadStatement.Of(document.RootElement);
        return (statement, new JudgeStatement(statement).Run());
    }

    private static void RefuseNewer(JsonElement root)
    {
        if (!root.TryGetProperty("schema", out var schema) || schema.ValueKind != JsonValueKind.Number
            || !schema.TryGetInt32(out var number) || number < 1)
        {
            throw new Refused(Texts.Statement_NotOne);
        }

        if (number > Statement.Schema)
        {
            throw new Refused(Texts.Statement_Newer.With(number, Statement.Schema));
        }
    }

    private static (Statement Statement, StatementResults Results)? Recompute(
        StatementFile file, JsonElement stated, List<StatementDifference> differences)
    {
        try
        {
            var statement = ReadStatement.Of(stated);
            var results = new JudgeStatement(statement).Run();
            var written = WriteStatement.Run(statement, results);
            if (!written.AsSpan().SequenceEqual(file.Hashed.Span))
            {
                using var computed = JsonDocument.Parse(written);
                CompareStatements.Run(stated, computed.RootElement, Root, differences, MostDifferences);
            }

            return (statement, results);
        }
        catch (Refused refused)
        {
            differences.Add(new(DifferenceKind.Shape, Root + refused.Field, null, refused.Message));
            return null;
        }
    }

    private static ImmutableArray<string> CheckClear(StatementFile file, Statement statement, List<StatementDifference> differences)
    {
        var (erased, named) = (ImmutableArray.CreateBuilder<string>(), new HashSet<string>(StringComparer.Ordinal));
        foreach (var (field, digest) in StatementDigests.Of(statement))
        {
            named.Add(digest);
            if (!file.Clear.ContainsKey(digest))
            {
                erased.Add(Root + field);
            }
        }

        foreach (var (digest, text) in file.Clear)
        {
            var field = "/clear/" + StatementPath.Escape(digest);
            if (!named.Contains(digest))
            {
                differences.Add(new(DifferenceKind.Clear, field, text.Text, null));
            }
            else
            {
                Compare(DifferenceKind.Clear, field, text.Digest, digest, differences);
            }
        }

        return erased.DrainToImmutable();
    }

    private static void CheckPrevious(
        StatementFile? before, Statement statement, StatementResults results, List<StatementDifference> differences)
    {
        if (before is null)
        {
            return;
        }

        var hash = Sha256Hex.Of(before.Hashed.Span);
        Compare(DifferenceKind.Previous, Root + "/previous", statement.Previous, hash, differences);
        if (statement.Previous == hash && statement.Corrects is null)
        {
            var (earlier, told) = Open(before);
            if (earlier.Corrects is null)
            {
                CountedOnce(earlier, told, statement, results, differences);
            }
        }
    }

    // What stood in a base stands there for good; what was open comes back, in the base or open again.
    private static void CountedOnce(
        Statement earlier, StatementResults told, Statement statement, StatementResults results, List<StatementDifference> differences)
    {
        var now = new Dictionary<(Guid, string), (string Field, Place Place)>();
        foreach (var (key, place, field) in PlacesOf(statement, results))
        {
            now[key] = (field, place);
        }

        foreach (var (key, place, _) in PlacesOf(earlier, told))
        {
            var isHere = now.TryGetValue(key, out var here) && here.Place != Place.Carried;
            if (place is Place.Month or Place.Earlier && isHere)
            {
                differences.Add(new(DifferenceKind.CountedOnce, Root + here.Field, JsonWords<Place>.Of(here.Place), null));
            }
            else if (place == Place.Open && !isHere)
            {
                differences.Add(new(DifferenceKind.CountedOnce, Root + "/commitments", null, key.Key));
            }
        }
    }

    private static IEnumerable<((Guid Commitment, string Key) Key, Place Place, string Field)> PlacesOf(
        Statement statement, StatementResults results)
    {
        for (var place = 0; place < statement.Commitments.Length; place++)
        {
            var commitment = statement.Commitments[place];
            for (var at = 0; at < commitment.Obligations.Length; at++)
            {
                yield return (
                    (commitment.Id, commitment.Obligations[at].Key), results.Commitments[place].Obligations[at].Place,
                        string.Create(CultureInfo.InvariantCulture, $"/commitments/{place}/obligations/{at}"));
            }
        }
    }

    private static void Compare(DifferenceKind kind, string field, string? says, string should, List<StatementDifference> differences)
    {
        if (says != should)
        {
            differences.Add(new(kind, field, says, should));
        }
    }
}
