using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace OrcidPortal.Data.Migrations.PostgreSql
{
    /// <inheritdoc />
    public partial class Kinds : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<int>(
                name: "ConfirmedVersion",
                table: "SyncItems",
                type: "integer",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "Affiliations",
                table: "Preferences",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<bool>(
                name: "Countries",
                table: "Preferences",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<bool>(
                name: "Fundings",
                table: "Preferences",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<bool>(
                name: "Keywords",
                table: "Preferences",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<bool>(
                name: "OtherNames",
                table: "Preferences",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<bool>(
                name: "PersonIdentifiers",
                table: "Preferences",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<bool>(
                name: "Websites",
                table: "Preferences",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<string>(
                name: "Term",
                table: "PlanRequests",
                type: "character varying(200)",
                maxLength: 200,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Vocabulary",
                table: "PlanRequests",
                type: "character varying(30)",
                maxLength: 30,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Section",
                table: "History",
                type: "character varying(30)",
                maxLength: 30,
                nullable: true);

            migrationBuilder.CreateTable(
                name: "Organizations",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Name = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    SortName = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    City = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    Region = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    Country = table.Column<string>(type: "character varying(2)", maxLength: 2, nullable: true),
                    Status = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    Tie = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    Source = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    ChangedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    Revision = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Organizations", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "RecordTerms",
                columns: table => new
                {
                    Vocabulary = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: false),
                    Value = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    RecordId = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RecordTerms", x => new { x.Vocabulary, x.Value, x.RecordId });
                    table.ForeignKey(
                        name: "FK_RecordTerms_Records_RecordId",
                        column: x => x.RecordId,
                        principalTable: "Records",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "VocabularyEntries",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Vocabulary = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: false),
                    Value = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Target = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    By = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    At = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    Revision = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_VocabularyEntries", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "OrganizationIdentifiers",
                columns: table => new
                {
                    Source = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    Value = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    OrganizationId = table.Column<Guid>(type: "uuid", nullable: false),
                    Preferred = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_OrganizationIdentifiers", x => new { x.Source, x.Value });
                    table.ForeignKey(
                        name: "FK_OrganizationIdentifiers_Organizations_OrganizationId",
                        column: x => x.OrganizationId,
                        principalTable: "Organizations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "OrganizationNames",
                columns: table => new
                {
                    OrganizationId = table.Column<Guid>(type: "uuid", nullable: false),
                    SortName = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Name = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    Language = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_OrganizationNames", x => new { x.OrganizationId, x.SortName });
                    table.ForeignKey(
                        name: "FK_OrganizationNames_Organizations_OrganizationId",
                        column: x => x.OrganizationId,
                        principalTable: "Organizations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Records_Kind_Id",
                table: "Records",
                columns: new[] { "Kind", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_OrganizationIdentifiers_OrganizationId",
                table: "OrganizationIdentifiers",
                column: "OrganizationId");

            migrationBuilder.CreateIndex(
                name: "IX_OrganizationNames_SortName_OrganizationId",
                table: "OrganizationNames",
                columns: new[] { "SortName", "OrganizationId" });

            migrationBuilder.CreateIndex(
                name: "IX_Organizations_SortName_Id",
                table: "Organizations",
                columns: new[] { "SortName", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Organizations_Tie_SortName",
                table: "Organizations",
                columns: new[] { "Tie", "SortName" });

            migrationBuilder.CreateIndex(
                name: "IX_RecordTerms_RecordId",
                table: "RecordTerms",
                column: "RecordId");

            migrationBuilder.CreateIndex(
                name: "IX_VocabularyEntries_Vocabulary_Value",
                table: "VocabularyEntries",
                columns: new[] { "Vocabulary", "Value" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "OrganizationIdentifiers");

            migrationBuilder.DropTable(
                name: "OrganizationNames");

            migrationBuilder.DropTable(
                name: "RecordTerms");

            migrationBuilder.DropTable(
                name: "VocabularyEntries");

            migrationBuilder.DropTable(
                name: "Organizations");

            migrationBuilder.DropIndex(
                name: "IX_Records_Kind_Id",
                table: "Records");

            migrationBuilder.DropColumn(
                name: "ConfirmedVersion",
                table: "SyncItems");

            migrationBuilder.DropColumn(
                name: "Affiliations",
                table: "Preferences");

            migrationBuilder.DropColumn(
                name: "Countries",
                table: "Preferences");

            migrationBuilder.DropColumn(
                name: "Fundings",
                table: "Preferences");

            migrationBuilder.DropColumn(
                name: "Keywords",
                table: "Preferences");

            migrationBuilder.DropColumn(
                name: "OtherNames",
                table: "Preferences");

            migrationBuilder.DropColumn(
                name: "PersonIdentifiers",
                table: "Preferences");

            migrationBuilder.DropColumn(
                name: "Websites",
                table: "Preferences");

            migrationBuilder.DropColumn(
                name: "Term",
                table: "PlanRequests");

            migrationBuilder.DropColumn(
                name: "Vocabulary",
                table: "PlanRequests");

            migrationBuilder.DropColumn(
                name: "Section",
                table: "History");
        }
    }
}
