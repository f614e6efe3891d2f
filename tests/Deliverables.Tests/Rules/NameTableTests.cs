using System.Globalization;
using CsCheck;
using Pupitre.Deliverables.Fec;
using Pupitre.Deliverables.Tests.Files;

namespace Pupitre.Deliverables.Tests.Rules;

public sealed class NameTableTests
{
    // Few letters, so that names meet again, begin alike and differ late.
    private static readonly Gen<byte[]> _name = Gen.Byte[(byte)'a', (byte)'c'].Array[0, 20];

    [Fact]
    public void A_name_has_one_number_in_its_scope_and_its_bytes_come_back() =>
        Gen.Select(Gen.Int[0, 3], _name, Gen.Int[0, 2]).Array[0, 600].Sample(names =>
        {
            using var table = new NameTable();
            var known = new Dictionary<(int, string), int>();
            foreach (var (scope, name, way) in names)
            {
                var key = (scope, Convert.ToHexString(name));
                var isKnown = known.TryGetValue(key, out var number);
                var expected = isKnown ? number : known.Count;
                if (way == 0)
                {
                    table.Find(scope, name).ShouldBe(isKnown ? expected : -1);
                }

                (way == 1 && !isKnown ? table.Append(scope, name) : table.Intern(scope, name)).ShouldBe(expected);
                known[key] = expected;
            }

            table.Count.ShouldBe(known.Count);
            foreach (var ((scope, hex), number) in known)
            {
                var name = Convert.FromHexString(hex);
                table[number].SequenceEqual(name).ShouldBeTrue();
                table.ScopeOf(number).ShouldBe(scope);
                table.Find(scope, name).ShouldBe(number);
                table.Is(number, name).ShouldBeTrue();
                table.Is(number, [.. name, (byte)'d']).ShouldBeFalse();
                table.Is(known.Count, name).ShouldBeFalse();
            }
        });

    /// <summary>An entry whose number is beyond all others of its journal is numbered without a search: none may be taken for new twice, nor for another.</summary>
    [Fact]
    public void An_entry_is_one_in_whatever_order_its_lines_come() =>
        Gen.Select(Gen.OneOf(Gen.Const("VE"), Gen.Const("BQ")), Gen.Int[1, 120], Gen.OneOf(Gen.Const(""), Gen.Const("A"), Gen.Const("0"))).Array[1, 200].Sample(entries =>
        {
            var draft = FecDraft.Valid();
            var row = draft.Rows[^1];
            draft.Rows.Clear();
            foreach (var (journal, number, letters) in entries)
            {
                string[] line = [.. row];
                (line[0], line[2]) = (journal, letters + number.ToString(CultureInfo.InvariantCulture));
                draft.Rows.Add(line);
            }

            Check.File(draft.File()).Summary.Entries.ShouldBe(entries.Select(entry => (entry.Item1, entry.Item3 + entry.Item2.ToString(CultureInfo.InvariantCulture))).Distinct().Count());
        });

    [Fact]
    public void The_head_of_a_name_tells_its_first_eight_bytes_and_its_length() =>
        Gen.Select(_name, _name).Sample((one, other) =>
            (ShortNames.Head(one) == ShortNames.Head(other)) == one.AsSpan(0, Math.Min(8, one.Length)).SequenceEqual(other.AsSpan(0, Math.Min(8, other.Length))));

    [Fact]
    public void A_short_name_met_lately_is_found_by_its_number_and_no_other_is() =>
        Gen.Select(_name, Gen.Int[0, 1_000_000]).Array[1, 50].Sample(names =>
        {
            var cache = new ShortNames();
            foreach (var (name, number) in names)
            {
                cache.Keep(name, number).ShouldBe(number);
                cache.Find(name).ShouldBe(name.Length is > 0 and <= 8 ? number : -1);
            }

            foreach (var (name, _) in names)
            {
                // A later name may have taken its place; then it is not found, and never found as another.
                cache.Find(name).ShouldBeOneOf(-1, names.Last(later => later.Item1.AsSpan().SequenceEqual(name)).Item2);
            }
        });
}
