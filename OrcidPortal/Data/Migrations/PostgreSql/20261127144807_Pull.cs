using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace OrcidPortal.Data.Migrations.PostgreSql
{
    /// <inheritdoc />
    public partial class Pull : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "PreferredFrom",
                table: "RemoteCopies",
                type: "character varying(300)",
                maxLength: 300,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Visibility",
                table: "RemoteCopies",
                type: "character varying(30)",
                maxLength: 30,
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "OnlyAtOrcid",
                table: "Records",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<string>(
                name: "Biography",
                table: "People",
                type: "character varying(5000)",
                maxLength: 5000,
                nullable: true);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "DetailsAt",
                table: "ForeignCopies",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Fields",
                table: "ForeignCopies",
                type: "text",
                nullable: false,
                defaultValue: "{}");

            migrationBuilder.AddColumn<string>(
                name: "Kind",
                table: "ForeignCopies",
                type: "character varying(32)",
                maxLength: 32,
                nullable: false,
                defaultValue: "Work");

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "LastModified",
                table: "ForeignCopies",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "BiographyAtOrcid",
                table: "Connections",
                type: "character varying(5000)",
                maxLength: 5000,
                nullable: true);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "ChangedAtOrcid",
                table: "Connections",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "ComparedAt",
                table: "Connections",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "FamilyNameAtOrcid",
                table: "Connections",
                type: "character varying(200)",
                maxLength: 200,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "GivenNamesAtOrcid",
                table: "Connections",
                type: "character varying(200)",
                maxLength: 200,
                nullable: true);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "ReadTriedAt",
                table: "Connections",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "ReadWantedAt",
                table: "Connections",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "WorkedOutAt",
                table: "Connections",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "Deposits",
                columns: table => new
                {
                    RecordId = table.Column<Guid>(type: "uuid", nullable: false),
                    TakenAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    TakenBy = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: true),
                    DeclinedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    DeclinedBy = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: true),
                    Reason = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    Revision = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Deposits", x => x.RecordId);
                    table.ForeignKey(
                        name: "FK_Deposits_Records_RecordId",
                        column: x => x.RecordId,
                        principalTable: "Records",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Suggestions",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    PersonId = table.Column<Guid>(type: "uuid", nullable: false),
                    Environment = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: false),
                    Orcid = table.Column<string>(type: "character varying(19)", maxLength: 19, nullable: false),
                    Section = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: false),
                    PutCode = table.Column<long>(type: "bigint", nullable: false),
                    Kind = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    Match = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    State = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    RecordId = table.Column<Guid>(type: "uuid", nullable: true),
                    Candidates = table.Column<string>(type: "text", nullable: false),
                    Differences = table.Column<string>(type: "text", nullable: false),
                    Decided = table.Column<string>(type: "text", nullable: false),
                    Title = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false),
                    Year = table.Column<int>(type: "integer", nullable: true),
                    SourceName = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    Visibility = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: false),
                    SelfKeys = table.Column<string>(type: "text", nullable: false),
                    IsGone = table.Column<bool>(type: "boolean", nullable: false),
                    FoundAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    DecidedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    DecidedBy = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: true),
                    Revision = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Suggestions", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Suggestions_People_PersonId",
                        column: x => x.PersonId,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "WebhookRegistrations",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Environment = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: false),
                    ClientId = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    Orcid = table.Column<string>(type: "character varying(19)", maxLength: 19, nullable: false),
                    State = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    SealedSecret = table.Column<string>(type: "text", nullable: false),
                    SecretHash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    Base = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    RegisteredAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    CalledAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    DueAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    Attempts = table.Column<int>(type: "integer", nullable: false),
                    Message = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true),
                    Revision = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_WebhookRegistrations", x => x.Id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_RemoteCopies_MissingSince",
                table: "RemoteCopies",
                column: "MissingSince");

            migrationBuilder.CreateIndex(
                name: "IX_Records_OnlyAtOrcid_Id",
                table: "Records",
                columns: new[] { "OnlyAtOrcid", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Connections_Environment_State_ReadAt",
                table: "Connections",
                columns: new[] { "Environment", "State", "ReadAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Suggestions_PersonId_Environment_Orcid_Section_PutCode",
                table: "Suggestions",
                columns: new[] { "PersonId", "Environment", "Orcid", "Section", "PutCode" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Suggestions_PersonId_State_Id",
                table: "Suggestions",
                columns: new[] { "PersonId", "State", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Suggestions_RecordId",
                table: "Suggestions",
                column: "RecordId");

            migrationBuilder.CreateIndex(
                name: "IX_WebhookRegistrations_Environment_ClientId_Orcid",
                table: "WebhookRegistrations",
                columns: new[] { "Environment", "ClientId", "Orcid" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_WebhookRegistrations_SecretHash",
                table: "WebhookRegistrations",
                column: "SecretHash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_WebhookRegistrations_State_DueAt",
                table: "WebhookRegistrations",
                columns: new[] { "State", "DueAt" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "Deposits");

            migrationBuilder.DropTable(
                name: "Suggestions");

            migrationBuilder.DropTable(
                name: "WebhookRegistrations");

            migrationBuilder.DropIndex(
                name: "IX_RemoteCopies_MissingSince",
                table: "RemoteCopies");

            migrationBuilder.DropIndex(
                name: "IX_Records_OnlyAtOrcid_Id",
                table: "Records");

            migrationBuilder.DropIndex(
                name: "IX_Connections_Environment_State_ReadAt",
                table: "Connections");

            migrationBuilder.DropColumn(
                name: "PreferredFrom",
                table: "RemoteCopies");

            migrationBuilder.DropColumn(
                name: "Visibility",
                table: "RemoteCopies");

            migrationBuilder.DropColumn(
                name: "OnlyAtOrcid",
                table: "Records");

            migrationBuilder.DropColumn(
                name: "Biography",
                table: "People");

            migrationBuilder.DropColumn(
                name: "DetailsAt",
                table: "ForeignCopies");

            migrationBuilder.DropColumn(
                name: "Fields",
                table: "ForeignCopies");

            migrationBuilder.DropColumn(
                name: "Kind",
                table: "ForeignCopies");

            migrationBuilder.DropColumn(
                name: "LastModified",
                table: "ForeignCopies");

            migrationBuilder.DropColumn(
                name: "BiographyAtOrcid",
                table: "Connections");

            migrationBuilder.DropColumn(
                name: "ChangedAtOrcid",
                table: "Connections");

            migrationBuilder.DropColumn(
                name: "ComparedAt",
                table: "Connections");

            migrationBuilder.DropColumn(
                name: "FamilyNameAtOrcid",
                table: "Connections");

            migrationBuilder.DropColumn(
                name: "GivenNamesAtOrcid",
                table: "Connections");

            migrationBuilder.DropColumn(
                name: "ReadTriedAt",
                table: "Connections");

            migrationBuilder.DropColumn(
                name: "ReadWantedAt",
                table: "Connections");

            migrationBuilder.DropColumn(
                name: "WorkedOutAt",
                table: "Connections");
        }
    }
}
