namespace Pupitre.Deliverables.Fec;

/// <summary>What an account number means in the French chart of accounts (plan comptable général).</summary>
internal static class ChartOfAccounts
{
    private static readonly (string Prefix, AccountClass Class)[] _classes =
    [
        ("401", AccountClass.Supplier),
        ("411", AccountClass.Customer),
        ("40", AccountClass.ThirdParty),
        ("41", AccountClass.ThirdParty),
        ("471", AccountClass.Suspense),
        ("472", AccountClass.Suspense),
        ("473", AccountClass.Suspense),
        ("474", AccountClass.Suspense),
        ("475", AccountClass.Suspense),
        ("58", AccountClass.Suspense),
        ("53", AccountClass.Cash),
        ("455", AccountClass.Partner),
        ("4457", AccountClass.VatCollected),
        ("4456", AccountClass.VatDeductible),
        ("4455", AccountClass.VatDue),
        ("70", AccountClass.Sales),
        ("6", AccountClass.Expense),
        ("20", AccountClass.FixedAsset),
        ("21", AccountClass.FixedAsset),
        ("22", AccountClass.FixedAsset),
        ("23", AccountClass.FixedAsset),
    ];

    private static readonly (string Prefix, FecEntryKinds Kind)[] _kinds =
    [
        ("512", FecEntryKinds.Bank),
        ("514", FecEntryKinds.Bank),
        ("515", FecEntryKinds.Bank),
        ("516", FecEntryKinds.Bank),
        ("517", FecEntryKinds.Bank),
        ("70", FecEntryKinds.Sales),
        ("60", FecEntryKinds.Purchase),
        ("61", FecEntryKinds.Purchase),
        ("62", FecEntryKinds.Purchase),
        ("64", FecEntryKinds.Payroll),
        ("445", FecEntryKinds.Vat),
    ];

    public static AccountClass ClassOf(ReadOnlySpan<byte> account)
    {
        var classes = AccountClass.None;
        foreach (var (prefix, of) in _classes)
        {
            classes |= StartsWith(account, prefix) ? of : AccountClass.None;
        }

        // The credit carried forward (44567) is a balance of the return, no tax on a purchase.
        return StartsWith(account, "44567") ? (classes & ~AccountClass.VatDeductible) | AccountClass.VatCarried : classes;
    }

    public static bool Is(this AccountClass account, AccountClass any) => (account & any) != AccountClass.None;

    public static bool Is(this FecEntryKinds entry, FecEntryKinds any) => (entry & any) != FecEntryKinds.None;

    public static FecEntryKinds KindOf(ReadOnlySpan<byte> account)
    {
        var kinds = FecEntryKinds.None;
        foreach (var (prefix, kind) in _kinds)
        {
            kinds |= StartsWith(account, prefix) ? kind : FecEntryKinds.None;
        }

        return kinds;
    }

    private static bool StartsWith(ReadOnlySpan<byte> account, string prefix)
    {
        if (account.Length < prefix.Length)
        {
            return false;
        }

        for (var at = 0; at < prefix.Length; at++)
        {
            if (account[at] != prefix[at])
            {
                return false;
            }
        }

        return true;
    }
}
