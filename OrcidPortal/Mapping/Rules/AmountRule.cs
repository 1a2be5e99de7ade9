using OrcidPortal.Data.Entities;
using OrcidPortal.Mapping.Reading;
using OrcidPortal.Records;

namespace OrcidPortal.Mapping.Rules;

/// <summary>An amount is a number (9054) and certain: what could be two sums is not guessed. A currency alone is left out (9020).</summary>
internal sealed class AmountRule : IRule
{
    public void Check(RecordReading reading, Findings findings)
    {
        var given = reading.Fields.Amount;
        if (string.IsNullOrWhiteSpace(given))
        {
            if (!string.IsNullOrWhiteSpace(reading.Fields.CurrencyCode)) findings.Warn(ProblemCodes.AmountRequired, FieldPaths.Amount, reading.Fields.CurrencyCode);
        }
        else if (reading.Amount.Amount is null) findings.Block(ProblemCodes.AmountInvalid, FieldPaths.Amount, given);
        else if (!reading.Amount.IsCertain) findings.Block(ProblemCodes.AmountAmbiguous, FieldPaths.Amount, given, string.Join(" / ", reading.Amount.Suggestions));
    }
}
