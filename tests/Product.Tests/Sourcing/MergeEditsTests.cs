using Pupitre.Kernel.Time;
using Pupitre.Sourcing.Calendars;
using Pupitre.Sourcing.Commitments;
using Pupitre.Sourcing.Contracts;
using Pupitre.Sourcing.Edits;
using Pupitre.Sourcing.Profile;
using Pupitre.Sourcing.Providers;

namespace Pupitre.Product.Tests.Sourcing;

[Trait(TestDatabase.Trait, TestDatabase.None)]
public sealed class MergeEditsTests
{
    [Fact]
    public void Each_field_of_each_form_is_merged_when_only_one_side_touched_it()
    {
        Each(ContractFields.All, () => new ContractInput { ProviderId = Guid.Empty });
        Each(ProviderFields.All, () => new ProviderInput());
        Each(CommitmentFields.All, () => new CommitmentInput());
        Each(CalendarForm.Fields, () => new CalendarForm());
        Each(ProfileInput.Fields, () => new ProfileInput());
    }

    [Fact]
    public void No_field_of_a_form_is_forgotten()
    {
        Forgotten(ContractFields.All).ShouldBeEmpty();
        Forgotten(ProviderFields.All).ShouldBe([nameof(ProviderInput.AcceptsSameName), nameof(ProviderInput.Contacts)], ignoreOrder: true);
        Forgotten(CommitmentFields.All).ShouldBe([nameof(CommitmentInput.Kind), nameof(CommitmentInput.Preview), nameof(CommitmentInput.TemplateNumber)], ignoreOrder: true);
        Forgotten(CalendarForm.Fields).ShouldBeEmpty();
        Forgotten(ProfileInput.Fields).ShouldBeEmpty();
    }

    [Fact]
    public void What_means_something_together_is_asked_together()
    {
        var (opened, theirs, mine) = (Contract(), Contract(), Contract());
        (theirs.Months, mine.Months, mine.LastDay) = (24, null, new DateOnly(2027, 3, 31));

        var asked = MergeEdits.Merge(ContractFields.All, Opened(ContractFields.All, opened), theirs, mine);

        asked.Select(field => field.Name).ShouldBe([nameof(ContractInput.Months), nameof(ContractInput.LastDay)], ignoreOrder: true);
        mine.Months.ShouldBeNull();
    }

    [Fact]
    public void The_same_change_on_both_sides_is_asked_of_nobody()
    {
        var (opened, theirs, mine) = (Contract(), Contract(), Contract());
        (theirs.Title, mine.Title) = ("Mission 2027", " Mission 2027 ");

        MergeEdits.Merge(ContractFields.All, Opened(ContractFields.All, opened), theirs, mine).ShouldBeEmpty();
    }

    [Fact]
    public void A_form_that_does_not_know_what_it_was_filled_from_asks_all_that_differs()
    {
        var (theirs, mine) = (Contract(), Contract());
        (theirs.Renewal, mine.Note) = (Renewal.Express, "ma saisie");

        MergeEdits.Merge(ContractFields.All, new Dictionary<string, string?>(StringComparer.Ordinal), theirs, mine).Select(field => field.Name)
            .ShouldBe([nameof(ContractInput.Renewal), nameof(ContractInput.Note)], ignoreOrder: true);
    }

    private static ContractInput Contract() => new() { ProviderId = Guid.Empty, Title = "Mission", Start = new(2026, 4, 1), Months = 12 };

    private static Dictionary<string, string?> Opened<T>(IReadOnlyList<FormField<T>> fields, T input)
        where T : class => fields.ToDictionary(field => field.Name, field => field.Read(input), StringComparer.Ordinal);

    private static void Each<T>(IReadOnlyList<FormField<T>> fields, Func<T> form)
        where T : class
    {
        var opened = Opened(fields, form());
        foreach (var field in fields)
        {
            var property = typeof(T).GetProperty(field.Name, System.Reflection.BindingFlags.Instance | System.Reflection.BindingFlags.Public | System.Reflection.BindingFlags.NonPublic)!;
            var (theirs, mine) = (form(), form());
            property.SetValue(theirs, Other(property.PropertyType, property.GetValue(theirs)));

            MergeEdits.Merge(fields, opened, theirs, mine).ShouldBeEmpty(field.Name);

            field.Read(mine).ShouldBe(field.Read(theirs), field.Name);
            field.Read(mine).ShouldNotBe(opened[field.Name], field.Name);
        }
    }

    private static object Other(Type type, object? now) => (Nullable.GetUnderlyingType(type) ?? type) switch
    {
        var text when text == typeof(string) => "autre",
        var key when key == typeof(Guid) => Guid.CreateVersion7(),
        var date when date == typeof(DateOnly) => new DateOnly(2026, 5, 12),
        var time when time == typeof(TimeOnly) => new TimeOnly(11, 11),
        var number when number == typeof(int) => 7,
        var amount when amount == typeof(decimal) => 7.5m,
        var flag when flag == typeof(bool) => now is not true,
        var list when list == typeof(List<Guid>) => new List<Guid> { Guid.CreateVersion7() },
        var list when list == typeof(List<ContactInput>) => new List<ContactInput> { new() { Email = "a@b.fr" } },
        var word => Enum.GetValues(word).Cast<object>().Last(value => !value.Equals(now)),
    };

    private static IEnumerable<string> Forgotten<T>(IReadOnlyList<FormField<T>> fields)
        where T : class => typeof(T).GetProperties().Where(property => property.CanWrite).Select(property => property.Name)
        .Except([.. fields.Select(field => field.Name), "Id", nameof(IEditedInput.Version), nameof(IEditedInput.Opened)], StringComparer.Ordinal);
}
