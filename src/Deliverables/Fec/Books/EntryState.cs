namespace Pupitre.Deliverables.Fec;

/// <summary>What is kept of an entry while the file is read.</summary>
[System.Runtime.InteropServices.StructLayout(System.Runtime.InteropServices.LayoutKind.Auto)]
internal struct EntryState
{
    public Amount Debit;
    public Amount Credit;
    public int FirstLine;
    public int LastLine;
    public int Day;
    public int ValidDay;
    public FecEntryKinds Kinds;
    public bool HasSupplierCredit;
    public bool HasManyDays;
}

/// <summary>What makes an entry the same in two files, and what it is about.</summary>
[System.Runtime.InteropServices.StructLayout(System.Runtime.InteropServices.LayoutKind.Auto)]
internal struct EntryContent
{
    public Amount ThirdParties;
    public ulong Hash;
    public int PieceRef;
    public int ThirdParty;
}

/// <summary>What is kept of an account together with one auxiliary account, or with none.</summary>
[System.Runtime.InteropServices.StructLayout(System.Runtime.InteropServices.LayoutKind.Auto)]
internal struct SubAccountState
{
    public Amount Debit;
    public Amount Credit;
    public Amount Opening;
    public int LastLine;
    public int NameId;
}

/// <summary>What is kept of an account.</summary>
[System.Runtime.InteropServices.StructLayout(System.Runtime.InteropServices.LayoutKind.Auto)]
internal struct AccountState
{
    public int NameId;
    public int AloneId;
    public FecEntryKinds Kinds;
    public AccountClass Class;
}

/// <summary>What the controls ask an account number.</summary>
[Flags]
internal enum AccountClass
{
    None = 0,
    Supplier = 1,
    Customer = 2,
    ThirdParty = 4,
    Suspense = 8,
    Cash = 16,
    Partner = 32,
    VatCollected = 64,
    VatDeductible = 128,
    VatDue = 256,
    Sales = 512,
    Expense = 1024,
    FixedAsset = 2048,
    VatCarried = 4096,
}

/// <summary>What is kept of a journal.</summary>
[System.Runtime.InteropServices.StructLayout(System.Runtime.InteropServices.LayoutKind.Auto)]
internal struct JournalState
{
    public Amount Debit;
    public Amount Credit;
    public long Lines;
    public long Entries;
    public int NameId;
    public int GreatestEntry;
    public int FirstDay;
    public int LastDay;
    public bool IsOpening;
    public bool IsMiscellaneous;
}

/// <summary>What is kept of a month.</summary>
internal sealed class MonthState
{
    public long Lines;
    public Amount Debit;
    public long Bank;
    public long Sales;
    public long Purchases;
    public long Payroll;
    public long VatLines;
}
