using OrcidPortal.Data.Entities;
using OrcidPortal.Mapping.Reading;
using OrcidPortal.Records;

namespace OrcidPortal.Mapping.Rules;

/// <summary>An amount needs a currency of ISO 4217 (9020).</summary>
internal sealed class CurrencyRule : IRule
{
    public void Check(RecordReading reading, Findings findings)
    {
        if (reading.Currency is not null || string.IsNullOrWhiteSpace(reading.Fields.Amount)) return;
        if (string.IsNullOrWhiteSpace(reading.Fields.CurrencyCode)) findings.Block(ProblemCodes.AmountCurrencyRequired, FieldPaths.CurrencyCode, reading.Fields.Amount);
        else findings.Block(ProblemCodes.CurrencyInvalid, FieldPaths.CurrencyCode, reading.Fields.CurrencyCode);
    }
}
